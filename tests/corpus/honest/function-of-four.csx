var y = Year > 3; var z = -Year; bool w = !y & Year != 4; 
Verdict H(Figure f, int n, bool b, Climate c) => b && n > 3 || c == Climate.SemiArid ? f.AtLeast(n) : f.AtMost(n);
return H(Items.Straw, z, w, Place.Climate) | H(Value, Year - 3, !w, Climate.SemiHumid);
