Items.Straw = Value;
return AtLeast(1);
