return Unknown("\a");
