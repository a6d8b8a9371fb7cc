return AtLeast(BaseYear);
