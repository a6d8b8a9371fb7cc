return Upper(schemeId: "stranger");
