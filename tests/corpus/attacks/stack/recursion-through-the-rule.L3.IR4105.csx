return Rule();
