return EachItem(Value.Is);
