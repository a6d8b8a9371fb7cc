return Rule_0.Rule();
