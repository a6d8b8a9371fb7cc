⁄⁄ return AtMost(1);
return AtLeast(1);
