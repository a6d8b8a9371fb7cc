yield return AtLeast(1);
