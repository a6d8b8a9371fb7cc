return null!;
