Verdict F(out int x) { x = 1; return AtLeast(1); }
return F(out var y);
