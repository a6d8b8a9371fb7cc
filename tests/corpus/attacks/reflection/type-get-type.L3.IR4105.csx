return Unknown(System.Type.GetType("System.IO.File").Name);
