var low = 1;;
return AtLeast(low);
