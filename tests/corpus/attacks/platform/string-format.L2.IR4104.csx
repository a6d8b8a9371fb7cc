return Unknown(string.Format("{0}", Year));
