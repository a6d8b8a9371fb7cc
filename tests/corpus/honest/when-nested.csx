return When(Value > 60, When(Value > 80, AtMost(90), AtLeast(65)), When(Value > 40, NotReduced(), Improving()));
