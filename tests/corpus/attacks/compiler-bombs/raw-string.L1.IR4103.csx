return Unknown("""x""");
