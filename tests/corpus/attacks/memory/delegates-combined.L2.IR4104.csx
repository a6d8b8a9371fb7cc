System.Action f = () => { };
f = f + f;
return AtLeast(1);
