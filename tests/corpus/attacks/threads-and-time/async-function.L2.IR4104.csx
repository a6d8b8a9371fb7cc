async System.Threading.Tasks.Task F() { }
return AtLeast(1);
