var left = Items.All - Items.Done; // 还没完成的
var most = Ratio(1, 3);
return left.Improving() & left.AtMost(most, of: Items.All) & left.SumOver(3).AtMost(20);
