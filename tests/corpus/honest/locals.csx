var low = 4.5;
var high = low * 2;
decimal middle = (low + high) / 2;
int since = 2020;
bool late = Year > since;
var met = AtLeast(middle);
return late ? met & AtMost(high) : met;
