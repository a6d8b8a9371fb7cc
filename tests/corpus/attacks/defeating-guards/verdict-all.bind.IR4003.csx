return Verdict.All(Status.Met, Status.Met);
