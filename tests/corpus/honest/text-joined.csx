return Unknown("资料未说明，" + "请补充。");
