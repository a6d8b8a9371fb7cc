return AtLeast(1); } } class C { static C() { } } class D { void M() {
