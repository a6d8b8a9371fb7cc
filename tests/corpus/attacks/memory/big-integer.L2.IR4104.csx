return AtLeast((decimal)System.Numerics.BigInteger.Pow(2, 2000000000));
