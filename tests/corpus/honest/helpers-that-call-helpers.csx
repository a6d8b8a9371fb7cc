decimal Base() => 20;
decimal More(decimal by) => Base() + by;
Verdict Judge(decimal by) => AtLeast(More(by));
return Judge(1) & Judge(2.5);
