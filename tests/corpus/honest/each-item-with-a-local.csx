var low = Place.Terrain.Plain > 0.5 ? 90.5 : 80;
return EachItem(item => item.AtLeast(low) | item.ChangeAtLeast(1));
