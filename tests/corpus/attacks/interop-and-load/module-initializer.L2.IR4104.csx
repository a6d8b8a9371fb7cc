[System.Runtime.CompilerServices.ModuleInitializer]
void Start() { }
return AtLeast(1);
