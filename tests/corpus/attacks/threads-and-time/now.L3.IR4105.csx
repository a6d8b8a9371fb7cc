return AtLeast(System.DateTime.Now.Year);
