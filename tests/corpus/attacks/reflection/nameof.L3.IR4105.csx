return Unknown(nameof(System.IO.File));
