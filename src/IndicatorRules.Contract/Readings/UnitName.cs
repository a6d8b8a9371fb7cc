namespace IndicatorRules.Contract.Readings;

/// <summary>Compares spellings of units: ％ and % are one, μg/m³ and ug/m3 are one. Nothing is converted.</summary>
internal static class UnitName
{
    private static readonly (string Word, string Number)[] Multiples =
        [("百", "100"), ("千", "1000"), ("万", "10000"), ("百万", "1000000"), ("亿", "100000000")];

    // What a ratio to one is a figure of.
    private static readonly string[] Ratios = ["-", ":1", "比", "比值", "比例", "倍"];

    internal static bool Same(string one, string other) => one == other || Plain(one) == Plain(other)
        || (one == PrintedCell.RatioUnit && Ratios.Contains(Plain(other)))
        || (other == PrintedCell.RatioUnit && Ratios.Contains(Plain(one)));

    /// <summary>A figure with its unit behind it; no space before a sign like %.</summary>
    internal static string Behind(string figure, string unit) => unit switch
    {
        "" => figure,
        "%" or "％" or "‰" or "°" or "℃" => figure + unit,
        _ => $"{figure} {unit}",
    };

    /// <summary>A figure as it was typed, with its unit behind it unless that was typed too: 90.4%, 1.2万亩.</summary>
    internal static string Behind(Reading figure, string unit) => HasUnit(figure) ? figure.Text : Behind(figure.Text, unit);

    /// <summary>Whether the text of a figure has a unit.</summary>
    internal static bool HasUnit(Reading figure) => ReadingParser.Parse(figure.Text).Unit is not null;

    /// <summary>What to do about a figure in another unit than the one that is wanted.</summary>
    internal static LocalizedText Remedy(string wanted, string given)
    {
        if (given is "百分点" or "个百分点")
        {
            return new(
                "“百分点”说的是升降了多少：这里填当年的比例，如 28%；这一项本身是升降幅度的，单位也写 %。",
                "Points say how much it rose or fell: write the year's share, such as 28%; a row that is itself a rate takes `%` too.");
        }

        if (given == PrintedCell.RatioUnit)
        {
            return new(
                $"“几比一”的数：这一项按“{wanted}”填，请换算后只填数字。",
                $"This is a ratio to one: write the number that it is in `{wanted}`.");
        }

        foreach (var (word, number) in Multiples)
        {
            if ((given == word && wanted is not ("%" or "‰" or "-"))
                || (given.StartsWith(word, StringComparison.Ordinal) && Same(given[word.Length..], wanted)))
            {
                return new($"请按 1{word}{wanted}={number}{wanted} 换算后再填；程序不会自行换算单位。",
                    $"Multiply it by {number}; units are never converted in silence.");
            }
        }

        return new("请换算后再填；程序不会自行换算单位。", "Convert it before you hand it in; units are never converted in silence.");
    }

    private static string Plain(string unit)
    {
        var plain = string.Concat(ReadingParser.Plain(unit).Where(c => c != ' ' && c != '^').Select(c => c switch
        {
            'µ' or 'μ' => 'u',
            '∶' or '︰' or '꞉' => ':',
            '²' => '2',
            '³' => '3',
            _ => c,
        }));
        return plain switch
        {
            "百分比" or "百分率" => "%",
            "㎡" or "平方米" => "m2",
            "立方米" => "m3",
            "平方千米" or "km2" => "平方公里",
            "hm2" or "ha" => "公顷",
            "微克/立方米" => "ug/m3",
            "毫克/立方米" => "mg/m3",
            "公斤" or "kg" => "千克",
            "" or "/" or "无" => "-",
            _ => plain.All(CellScanner.IsDash) ? "-" : plain,
        };
    }
}
