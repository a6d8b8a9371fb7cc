async void F() { }
F();
return AtLeast(1);
