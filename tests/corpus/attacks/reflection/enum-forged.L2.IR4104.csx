return (Climate)99 == Place.Climate ? AtLeast(1) : AtLeast(2);
