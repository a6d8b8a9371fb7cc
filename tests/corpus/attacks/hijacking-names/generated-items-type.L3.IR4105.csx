Items_0 x = Items;
return x.Straw.AtLeast(1);
