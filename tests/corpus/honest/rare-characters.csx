return Unknown("𠮷林县、㐀乡、龘村；①②③；±5‰；𧒽");
