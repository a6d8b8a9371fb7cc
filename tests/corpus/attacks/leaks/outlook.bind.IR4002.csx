return Outlook ? AtLeast(1) : AtLeast(2);
