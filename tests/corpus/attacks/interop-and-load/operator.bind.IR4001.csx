public static Verdict operator +(Verdict a, Verdict b) => a;
return AtLeast(1);
