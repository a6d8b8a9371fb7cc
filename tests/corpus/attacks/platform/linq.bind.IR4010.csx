return System.Linq.Enumerable.Range(1, 2147483647).Sum() > 1 ? AtLeast(1) : AtLeast(2);
