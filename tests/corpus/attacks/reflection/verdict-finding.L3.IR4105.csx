return Unknown(AtLeast(1).Finding.Text);
