// 换行为 CRLF
var low = 20;
return AtLeast(low);
