return When(System.IO.File.Exists("x"), AtLeast(1), AtLeast(2));
