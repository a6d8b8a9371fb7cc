var low = 4.5;
Verdict Above(Figure figure) => figure.AtLeast(low);
low = low + 1;
return Above(Value) & EachItem(item => Above(item));
