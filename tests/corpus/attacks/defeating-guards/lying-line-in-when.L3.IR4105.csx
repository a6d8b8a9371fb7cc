return When(AtLeast(1), AtLeast(2), AtLeast(3), line: 99);
