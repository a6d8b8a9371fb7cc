// 按得分定等级；空气太差的最高评合格；细颗粒物超标 20 以上的一票否决。
return Conclude()
    .Award(Grade.Good, when: Points >= 90)
    .Award(Grade.Qualified, when: Points >= 60)
    .Cap(Grade.Qualified, when: Indicators.GoodAir.Linear(60, 90) < 0.5 | Indicators.GoodAir.Linear(60, 90, of: 4) < 2)
    .Veto(Indicators.FineDust.Shortfall > 20 | Indicators.FineDust.Deduct(1, per: 2, atMost: 50) > 10, because: "细颗粒物超标20以上")
    .Note("得分含加分", when: Adjusted > 0)
    .Note("污水处理有余量", when: Indicators.Sewage.Excess > 1 & Indicators.Sewage.Deduct(1, per: 1) <= 0 & Indicators.River.Points > 0);
