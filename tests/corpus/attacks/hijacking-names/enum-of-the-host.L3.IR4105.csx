return AtLeast(Status.Met == Status.NotMet ? 1 : 2);
