Verdict F(int Year) => AtLeast(Year);
return F(1);
