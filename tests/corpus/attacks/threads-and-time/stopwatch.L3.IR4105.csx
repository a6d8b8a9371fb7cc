return AtLeast(System.Diagnostics.Stopwatch.GetTimestamp());
