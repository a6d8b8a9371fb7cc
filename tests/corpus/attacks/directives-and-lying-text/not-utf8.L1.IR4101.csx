return AtLeast(1ÿþ);
