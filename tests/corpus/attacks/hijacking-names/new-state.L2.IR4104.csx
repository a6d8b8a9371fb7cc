return Is(new StateId(99));
