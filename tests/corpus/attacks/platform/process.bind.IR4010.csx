return System.Diagnostics.Process.Start("sh") is not 1 ? AtLeast(1) : AtLeast(2);
