return Place.Climate switch
{
    Climate.SemiHumid => AtLeast(55), // 半湿润
    Climate.SemiArid => AtLeast(35), // 半干旱
    _ => Unknown("气候区不明"),
};
