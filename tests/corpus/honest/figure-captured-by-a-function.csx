var f = Year > 3 ? Items.Straw : Value; decimal a = 1; 
Verdict G(decimal x) => f.AtLeast(x + a);
a = a + 2;
return G(1) | G(2);
