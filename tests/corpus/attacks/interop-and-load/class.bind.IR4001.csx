class C { static C() { System.Environment.Exit(0); } }
return AtLeast(1);
