return When(Value > 60 & Value < 80, AtLeast(1), AtLeast(2));
