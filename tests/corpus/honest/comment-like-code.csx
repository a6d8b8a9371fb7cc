// System.IO.File.Delete("x"); while (true) { } #r $"{x}"
/* unsafe { typeof(int) } */
return AtLeast(1);
