return Unknown(Items.Straw.Fact.Text);
