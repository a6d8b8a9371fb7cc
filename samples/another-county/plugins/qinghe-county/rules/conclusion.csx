// 虚构样例。三个领域各按得分率加权：生产0.3，环境0.5，生活0.2。
var score = Domains.Economy.PointsShare * 0.3 + Domains.Environment.PointsShare * 0.5 + Domains.Life.PointsShare * 0.2;
return Conclude(score)
    .Award(Grade.Excellent, when: score >= 90 & Binding.NotMet < 1)
    .Award(Grade.Good, when: score >= 80)
    .Award(Grade.Qualified, when: score >= 60)
    .Cap(Grade.Qualified, when: Indicators.GoodAirDays.IsNotMet, because: "空气质量未达标")
    .Veto(Indicators.SeriousAccidents.IsNotMet, because: "发生较大以上突发环境事件");
