return "".GetType().Assembly.Location == "" ? AtLeast(1) : AtLeast(2);
