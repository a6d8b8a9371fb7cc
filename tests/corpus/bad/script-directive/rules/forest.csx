// 说明
#r "System.IO"
return AtLeast(20);
