#load "/etc/passwd"
return AtLeast(1);
