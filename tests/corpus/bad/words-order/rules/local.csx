var low = 5;
return Between(high: low - 1, low: low);
