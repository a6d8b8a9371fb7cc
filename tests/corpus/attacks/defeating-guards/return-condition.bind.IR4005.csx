return Year > 1;
