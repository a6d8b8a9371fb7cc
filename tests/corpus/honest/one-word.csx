AtLeast(20)
