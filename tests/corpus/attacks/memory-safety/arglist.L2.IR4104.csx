Verdict F(__arglist) => AtLeast(1);
return F(__arglist(1, 2));
