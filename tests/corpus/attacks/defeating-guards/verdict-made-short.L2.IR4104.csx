Verdict v = new(Status.Met);
return v;
