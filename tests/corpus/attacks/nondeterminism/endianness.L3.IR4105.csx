return System.BitConverter.IsLittleEndian ? AtLeast(1) : AtLeast(2);
