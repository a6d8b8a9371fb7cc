enum E { A }
return AtLeast(1);
