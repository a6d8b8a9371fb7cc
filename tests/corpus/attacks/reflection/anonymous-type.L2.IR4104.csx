var x = new { A = 1 };
return AtLeast(x.A);
