return Unknown("第一行\n第二行\t“引号”\"直引号\" 与 \\ 反斜杠");
