var x = new System.Collections.Generic.List<int>();
return AtLeast(1);
