return System.Text.RegularExpressions.Regex.IsMatch("a", "(a+)+$") ? AtLeast(1) : AtLeast(2);
