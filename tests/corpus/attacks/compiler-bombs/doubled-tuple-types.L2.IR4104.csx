(((((((((((((((((((((((((((((((int, int, int), int), int), int), int), int), int), int), int), int), int), int), int), int), int), int), int), int), int), int), int), int), int), int), int), int), int), int), int), int), int) t = default;
return AtLeast(1);
