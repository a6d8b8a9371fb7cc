var x = new System.Text.StringBuilder(2000000000);
return AtLeast(1);
