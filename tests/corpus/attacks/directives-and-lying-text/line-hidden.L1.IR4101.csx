#line hidden
return AtLeast(1);
