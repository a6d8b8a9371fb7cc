#nullable enable
return AtLeast(1);
