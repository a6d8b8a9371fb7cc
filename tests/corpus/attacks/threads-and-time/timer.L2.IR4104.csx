var x = new System.Threading.Timer(null);
return AtLeast(1);
