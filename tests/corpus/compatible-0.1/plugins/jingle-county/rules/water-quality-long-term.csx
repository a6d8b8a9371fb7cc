// 完成上级规定的考核任务并持续改善。
// 已到顶的分项（比例达到 100% 或 0%、任务已完成）无从再提高，能保持即可；其余分项必须比上年好。
var surface = Items.SurfaceGood.AtLeast(100) | Items.SurfaceGood.Improving();
var worst = Items.SurfaceWorst.AtMost(0) | Items.SurfaceWorst.Improving();
var groundwater = Items.GroundwaterV.AtMost(0) | Items.GroundwaterV.Improving();
var odorous = Items.BlackOdorous.Is(State.Completed) | Items.BlackOdorous.Improving();
return SuperiorTask.Completed() & surface & worst & groundwater & odorous;
