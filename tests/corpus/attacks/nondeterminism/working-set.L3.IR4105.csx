return AtLeast(System.Environment.WorkingSet);
