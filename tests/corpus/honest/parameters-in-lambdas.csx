Verdict All(decimal low) => EachItem(item => item.AtLeast(low));
return All(40) | All(45.5);
