using E = System.Environment;
return Unknown(E.MachineName);
