	return	AtLeast(20);	// 制表符
