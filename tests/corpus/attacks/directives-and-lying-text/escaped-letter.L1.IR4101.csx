return \u0041tLeast(1);
