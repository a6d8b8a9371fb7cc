return Status.Met;
