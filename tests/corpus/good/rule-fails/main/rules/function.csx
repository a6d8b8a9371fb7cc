decimal Share(int years) => 1.0 / years;
var least = 95;
return AtLeast(Share(Year - 2023)) & AtLeast(least + Share(1)) & AtMost(least);
