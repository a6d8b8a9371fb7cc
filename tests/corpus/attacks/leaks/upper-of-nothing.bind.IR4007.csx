return Upper("");
