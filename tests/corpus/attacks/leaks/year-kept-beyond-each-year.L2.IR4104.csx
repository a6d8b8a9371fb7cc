var kept = Value;
var a = EachYear(2, y => (kept = y).AtLeast(1));
return kept.AtLeast(1);
