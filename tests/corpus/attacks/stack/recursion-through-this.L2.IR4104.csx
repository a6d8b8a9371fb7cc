return this.Rule();
