return Value.Rule();
