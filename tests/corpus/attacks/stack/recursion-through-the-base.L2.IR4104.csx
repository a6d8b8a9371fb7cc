return base.Rule();
