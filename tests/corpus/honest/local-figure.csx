var straw = Items.Straw;
return straw.AtLeast(90) & straw.NotReduced();
