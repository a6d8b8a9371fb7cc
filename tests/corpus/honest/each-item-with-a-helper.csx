Verdict Good(Figure figure) => figure.AtLeast(40) & figure.NotReduced();
return EachItem(item => Good(item)) | Good(Value);
