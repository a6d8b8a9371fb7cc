return Unknown(this.GetType().FullName);
