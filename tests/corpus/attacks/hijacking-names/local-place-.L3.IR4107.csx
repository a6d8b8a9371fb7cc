var Place_ = 1;
return AtLeast(Place_);
