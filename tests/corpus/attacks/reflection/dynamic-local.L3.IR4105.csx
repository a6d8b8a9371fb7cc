dynamic x = Value;
return x.Rule();
