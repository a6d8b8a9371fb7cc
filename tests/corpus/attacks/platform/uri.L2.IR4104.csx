return Unknown(new System.Uri("http://example.invalid").Host);
