// 虚构样例。满分100分，另有加减分；断面水质比目标低10个百分点以上的，最高为合格；发生重大水污染事件的，不合格。
return Conclude(PointsShare)
    .Award(Grade.Excellent, when: PointsShare >= 90 & Binding.NotMet < 1)
    .Award(Grade.Good, when: PointsShare >= 80)
    .Award(Grade.Qualified, when: PointsShare >= 60)
    .Cap(Grade.Qualified, when: Indicators.GoodSections.Shortfall > 10, because: "断面水质优良比例比目标低10个百分点以上")
    .Veto(Indicators.Incidents.IsNotMet, because: "发生重大水污染事件")
    .Note("得分含加分", when: Adjusted > 0)
    .Note("得分含扣分", when: Adjusted < 0);
