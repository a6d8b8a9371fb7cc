return (Value % Value).AtLeast(1);
