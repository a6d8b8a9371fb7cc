return Upper(line: 1, schemeId: "u");
