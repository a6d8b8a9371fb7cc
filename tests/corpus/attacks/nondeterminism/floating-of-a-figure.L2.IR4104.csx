return AtLeast((decimal)(Year / 3d));
