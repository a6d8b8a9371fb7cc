[assembly: System.Reflection.AssemblyVersion("1")]
return AtLeast(1);
