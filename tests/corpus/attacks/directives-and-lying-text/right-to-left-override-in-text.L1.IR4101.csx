return Unknown("‮)1(tsaeLtA nruter");
