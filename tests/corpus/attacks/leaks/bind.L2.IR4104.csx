Bind(default);
return AtLeast(1);
