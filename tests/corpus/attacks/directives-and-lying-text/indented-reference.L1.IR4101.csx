    #r "System.IO"
return AtLeast(1);
