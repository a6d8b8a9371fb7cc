return Year > 1 ? throw new System.Exception() : AtLeast(1);
