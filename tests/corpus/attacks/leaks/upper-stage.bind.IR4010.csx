return Upper("u").Finding.Parts.Length > 1 ? AtLeast(1) : AtLeast(2);
