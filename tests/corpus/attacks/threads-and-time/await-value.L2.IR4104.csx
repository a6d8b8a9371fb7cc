return AtLeast(await Year);
