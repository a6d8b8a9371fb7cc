decimal Target(decimal share)
{
    if (share > 0.5)
    {
        return 45;
    }

    return share > 0.2 ? 40 : 35;
}

return AtLeast(Target(Place.Terrain.Mountain)) | AtLeast(Target(Place.Terrain.Hill));
