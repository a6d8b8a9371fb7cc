Verdict F(string why) => Unknown(why);
return F("a");
