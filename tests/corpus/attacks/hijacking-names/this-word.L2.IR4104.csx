return this.AtLeast(1);
