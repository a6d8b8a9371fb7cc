int X { get; set; }
return AtLeast(1);
