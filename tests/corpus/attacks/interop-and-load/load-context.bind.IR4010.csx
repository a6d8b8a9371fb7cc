return Unknown(System.Runtime.Loader.AssemblyLoadContext.Default.Name);
