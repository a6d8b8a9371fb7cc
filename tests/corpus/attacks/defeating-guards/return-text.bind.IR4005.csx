return "met";
