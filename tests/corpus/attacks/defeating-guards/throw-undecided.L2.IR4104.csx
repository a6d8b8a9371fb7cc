throw new UndecidedException(null);
