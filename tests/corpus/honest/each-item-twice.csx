return EachItem(item => item.AtLeast(1)) & EachItem(item => item.AtMost(100));
