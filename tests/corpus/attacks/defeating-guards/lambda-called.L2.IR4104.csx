return ((System.Func<Verdict>)(() => AtLeast(1)))();
