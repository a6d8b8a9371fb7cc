#r "nuget: Newtonsoft.Json"
return AtLeast(1);
