decimal low;
return AtLeast(low);
