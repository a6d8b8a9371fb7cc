#load "https://example.invalid/a.csx"
return AtLeast(1);
