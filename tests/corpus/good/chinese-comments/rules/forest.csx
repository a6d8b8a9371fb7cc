// 林草覆盖率：按地形加权。
/* 多行
   说明 */
var target = 46.72;
return AtLeast(target) | Unknown("“原表”没有写明：#r 不是指令");
