return \U00000041tLeast(1);
