Verdict F() => Year switch { 1 => AtLeast(1), _ => F() };
return F();
