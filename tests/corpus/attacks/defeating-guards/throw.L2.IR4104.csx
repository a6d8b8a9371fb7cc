throw new System.Exception("x");
