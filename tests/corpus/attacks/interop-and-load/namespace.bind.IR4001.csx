namespace N { class C { } }
return AtLeast(1);
