return Upper("u", line: 99);
