return Upper("jingle-county");
