return Upper("forest");
