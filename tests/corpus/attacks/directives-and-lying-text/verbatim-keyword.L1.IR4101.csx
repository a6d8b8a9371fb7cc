var @class = 1;
return AtLeast(@class);
