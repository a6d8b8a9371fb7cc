// 󠁁
return AtLeast(1);
