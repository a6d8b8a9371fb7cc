return Unknown(AtLeast(1).ToString());
