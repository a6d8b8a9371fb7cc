return Value!.AtLeast(1);
