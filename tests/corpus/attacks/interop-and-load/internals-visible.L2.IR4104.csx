[assembly: System.Runtime.CompilerServices.InternalsVisibleTo("x")]
return AtLeast(1);
