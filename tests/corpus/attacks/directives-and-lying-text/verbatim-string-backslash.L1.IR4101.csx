return Unknown(@"\"); // ");
