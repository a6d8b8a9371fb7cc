return EachItem([System.Obsolete] i => i.AtLeast(1));
