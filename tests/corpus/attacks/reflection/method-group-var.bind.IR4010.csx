var f = AtLeast;
return f(1);
