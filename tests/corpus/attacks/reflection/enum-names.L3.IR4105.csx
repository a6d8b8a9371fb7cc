return Unknown(System.Enum.GetName(Place.Climate));
