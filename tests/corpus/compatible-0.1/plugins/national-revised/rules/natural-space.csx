// 面积不减少，性质不改变，功能不降低：四项都要满足。
// 面积与上年比较；性质和功能没有数字，按填报的认定结果判定。
var area = Items.RedLine.NotReduced() & Items.NatureReserves.NotReduced();
var nature = Items.Nature.Is(State.Unchanged);
var function = Items.Function.Is(State.NotLowered);
return area & nature & function;
