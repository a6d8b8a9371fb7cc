return Is(default);
