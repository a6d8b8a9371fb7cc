return System.Environment.Is64BitProcess ? AtLeast(1) : AtLeast(2);
