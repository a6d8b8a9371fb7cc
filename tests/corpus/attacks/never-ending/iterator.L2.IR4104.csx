System.Collections.Generic.IEnumerable<int> F() { while (true) yield return 1; }
return AtLeast(1);
