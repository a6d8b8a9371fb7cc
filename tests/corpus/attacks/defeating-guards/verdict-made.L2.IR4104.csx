return new Verdict(Status.Met);
