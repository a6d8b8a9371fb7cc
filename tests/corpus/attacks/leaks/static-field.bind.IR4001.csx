public static decimal Last;
return AtLeast(Last);
