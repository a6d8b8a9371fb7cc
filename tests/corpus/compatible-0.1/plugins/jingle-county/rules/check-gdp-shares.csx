// 增加值和总值都只印到一位小数，允许 0.3 个百分点的舍入。
var primary = Differs(Background.GdpSharePrimary, 100 * Background.GdpPrimary / Background.Gdp, by: 0.3);
var secondary = Differs(Background.GdpShareSecondary, 100 * Background.GdpSecondary / Background.Gdp, by: 0.3);
var tertiary = Differs(Background.GdpShareTertiary, 100 * Background.GdpTertiary / Background.Gdp, by: 0.3);
return primary | secondary | tertiary;
