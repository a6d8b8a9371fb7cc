return About(20, within: 0.5) | Between(low: 30, high: 40);
