return Unknown("abc" is [.. var x] ? x : "");
