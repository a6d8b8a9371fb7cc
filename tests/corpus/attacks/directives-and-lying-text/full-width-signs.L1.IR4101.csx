return AtLeast（1）;
