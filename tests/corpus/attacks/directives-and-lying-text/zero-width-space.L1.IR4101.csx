return At​Least(1);
