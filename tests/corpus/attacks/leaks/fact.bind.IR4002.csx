return Unknown(Fact.Value.Text);
