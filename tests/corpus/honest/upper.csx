return Upper("u") & AtLeast(20);
