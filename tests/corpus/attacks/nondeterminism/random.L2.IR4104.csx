return AtLeast(new System.Random().Next());
