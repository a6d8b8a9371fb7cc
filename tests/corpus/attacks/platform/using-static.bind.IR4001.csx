using static System.Environment;
return Unknown(MachineName);
