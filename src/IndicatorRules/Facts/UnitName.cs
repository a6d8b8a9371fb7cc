namespace IndicatorRules.Facts;

/// <summary>Tells whether two spellings name one unit: ％ and %, μg/m³ and ug/m3. Nothing is converted.</summary>
internal static class UnitName
{
    internal static bool Same(string one, string other) => one == other || Plain(one) == Plain(other);

    private static string Plain(string unit)
    {
        var plain = string.Concat(ReadingParser.Plain(unit).Where(c => c != ' ' && c != '^').Select(c => c switch
        {
            'µ' or 'μ' => 'u',
            '²' => '2',
            '³' => '3',
            _ => c,
        }));
        return plain switch
        {
            "百分比" or "百分率" => "%",
            "㎡" => "m2",
            "" or "/" or "无" => "-",
            _ => plain.All(CellScanner.IsDash) ? "-" : plain,
        };
    }
}
