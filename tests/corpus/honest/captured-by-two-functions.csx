decimal low = Place.Terrain.Plain;
Verdict F() => AtLeast(low + 1);
return F() & When(Value > 3, F(), otherwise: EachItem(i => i.AtLeast(low)));
