return EachItem(Value => Value.AtLeast(1));
