return ＡtLeast(1);
