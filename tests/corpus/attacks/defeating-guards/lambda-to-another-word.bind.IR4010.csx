return When(i => i, AtLeast(1), AtLeast(2));
