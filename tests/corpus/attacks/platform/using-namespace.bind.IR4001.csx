using System.IO;
return Unknown(File.ReadAllText("x"));
