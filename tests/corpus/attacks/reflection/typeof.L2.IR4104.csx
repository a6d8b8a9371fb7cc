return Unknown(typeof(Verdict).Name);
