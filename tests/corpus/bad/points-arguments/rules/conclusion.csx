var none = Indicators.GoodAir.Linear(60, 60);
var lost = Indicators.GoodAir.Linear(60, 90, of: -10);
var gained = Indicators.GoodAir.Deduct(-0.5, per: 1);
var never = Indicators.GoodAir.Deduct(0.5, per: 0);
var below = Indicators.GoodAir.Deduct(0.5, per: 1, atMost: -2);
var fine = Indicators.GoodAir.Linear(90, 60, of: 0) + Indicators.GoodAir.Deduct(0, per: 0.0000000000000000000000000001, atMost: 0);
return Conclude(none + lost + gained + never + below + fine).Award(Grade.Good, when: Points >= 5);
