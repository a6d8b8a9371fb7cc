#pragma warning disable
return AtLeast(1);
