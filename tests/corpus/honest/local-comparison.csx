var large = Value > 60;
return large ? AtLeast(1) : AtLeast(2);
