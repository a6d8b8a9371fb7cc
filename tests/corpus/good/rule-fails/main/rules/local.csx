var share = 1.0 / (Year - 2023);
return Upper("up") & AtLeast(share);
