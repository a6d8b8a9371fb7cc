return When(MoreThan(60), StableOrImproving(), otherwise: AtLeast(55));
