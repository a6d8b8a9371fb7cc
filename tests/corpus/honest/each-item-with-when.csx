return EachItem(item => When(item.AtLeast(50), item.NotReduced(), item.AtLeast(40)));
