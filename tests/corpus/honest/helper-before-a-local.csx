Verdict Above(decimal low) => AtLeast(low);
var low = 4.5;
return Above(low);
