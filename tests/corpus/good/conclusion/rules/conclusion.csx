// 得分率定等级；空气不达标的最高评良好；林草覆盖率不达标的一票否决。
var share = PointsShare;
return Conclude()
    .Award(Grade.Excellent, when: share >= 90 & Reference.MetShare >= 50)
    .Award(Grade.Good, when: share >= 75)
    .Award(Grade.Qualified, when: share >= 60)
    .Cap(Grade.Qualified, when: Indicators.AirDays.IsNotMet, because: "空气质量未达标")
    .Veto(Indicators.ForestCover.IsNotMet & Domains.Space.NotMet > 0);
