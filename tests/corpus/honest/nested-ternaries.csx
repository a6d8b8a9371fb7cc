return Place.Climate == Climate.SemiHumid
    ? Place.Population > 1000000
        ? AtLeast(55)
        : Place.Population > 500000 ? AtLeast(50) : AtLeast(45)
    : Place.Terrain.Mountain > 0.5
        ? AtLeast(35)
        : AtLeast(30);
