if (Year < 2020) return NotApplicable("尚未开始");
if (Value > 60) return AtMost(80);
return AtLeast(60);
