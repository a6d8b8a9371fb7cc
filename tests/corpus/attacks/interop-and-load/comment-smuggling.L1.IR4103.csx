AtLeast(1) /*
