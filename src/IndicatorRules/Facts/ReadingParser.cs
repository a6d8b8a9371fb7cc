using System.Text.RegularExpressions;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Facts;

/// <summary>Reads what people write into a cell: 28, ２８, 94.50, 28%, 55-70, ≥95, 无, 已建立, or nothing. Safe on any thread.</summary>
public static partial class ReadingParser
{
    // Longer texts are prose; the patterns below would only go over them again and again.
    private const int LongestFigure = 100;

    /// <summary>The reading that a text stands for, and the unit written behind it.</summary>
    /// <param name="text">As handed in; full-width digits and signs count as their plain forms.</param>
    /// <returns>The reading keeps the text as handed in; the unit is null where none is written.</returns>
    public static (Reading Reading, string? Unit) Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kept = text.Trim();
        if (kept.Length > LongestFigure)
        {
            return (Reading.Words(kept), null);
        }

        if (PlainNumber.TryRead(kept, out var exact))
        {
            return (Reading.Number(exact, kept), null);
        }

        return ParseByPattern(kept);
    }

    /// <summary>The same for any text, without the short way that plain numbers take.</summary>
    internal static (Reading Reading, string? Unit) ParseByPattern(string kept)
    {
        var plain = Plain(kept);
        if (Absence(plain) is { } absence)
        {
            return (Reading.Absent(absence, kept.Length == 0 ? "-" : kept), null);
        }

        // Words hold no figure, and most readings that are no plain number are words.
        if (!plain.Any(char.IsDigit))
        {
            return (Reading.Words(kept), null);
        }

        if (Range().Match(plain) is { Success: true } range && Number(range, "low") is { } low && Number(range, "high") is { } high && low <= high)
        {
            return (Reading.Range(low, high, kept), Unit(range));
        }

        if (Figure().Match(plain) is { Success: true } figure && Number(figure, "number") is { } number)
        {
            return (Bound(figure.Groups["sign"].Value, number, kept), Unit(figure));
        }

        return (Reading.Words(kept), null);
    }

    private static AbsenceKind? Absence(string plain) => plain switch
    {
        "" or "-" or "--" or "/" or "未填报" => AbsenceKind.NotReported,
        "无" or "不涉及" => AbsenceKind.NothingOfTheKind,
        "不考核" or "未下达" => AbsenceKind.NotAssessed,
        "无监测点" or "无法监测" => AbsenceKind.NotMeasurable,
        _ => plain.StartsWith("上级未下达", StringComparison.Ordinal) ? AbsenceKind.NotAssessed : null,
    };

    // Full-width forms first (２０, ％, ．), by their offset: the platform's normalisation depends on its culture data.
    private static string Plain(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i] switch
            {
                >= '\uFF01' and <= '\uFF5E' and not '～' => (char)(from[i] - 0xFEE0),
                '\u3000' or '\u00A0' => ' ',
                '≧' => '≥',
                '≦' => '≤',
                '−' or '–' or '—' or '~' or '～' or '至' => '-',
                var c => c,
            };
        }
    }).Trim();

    private static Reading Bound(string sign, decimal number, string kept) => sign switch
    {
        "≥" or ">=" or "不低于" or "不少于" => Reading.AtLeast(number, kept),
        ">" or "大于" or "超过" or "高于" => Reading.MoreThan(number, kept),
        "≤" or "<=" or "不高于" or "不超过" or "不大于" => Reading.AtMost(number, kept),
        "<" or "小于" or "低于" => Reading.LessThan(number, kept),
        _ => Reading.Number(number, kept),
    };

    private static decimal? Number(Match match, string group) =>
        ExactDecimal.TryParse(match.Groups[group].Value.Replace(",", "", StringComparison.Ordinal), out var value) ? value : null;

    private static string? Unit(Match match) => match.Groups["unit"] is { Length: > 0 } unit ? unit.Value : null;

    [GeneratedRegex(@"^(?<low>-?\d+(\.\d+)?)\s*%?\s*-\s*(?<high>-?\d+(\.\d+)?)\s*(?<unit>\D{0,12})$", RegexOptions.CultureInvariant)]
    private static partial Regex Range();

    [GeneratedRegex(
        @"^(?<sign>≥|>=|>|≤|<=|<|不低于|不少于|大于|超过|高于|不高于|不超过|不大于|小于|低于|)\s*(?<number>[+-]?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?)\s*(?<unit>%|‰|(?![xXeE]\d)[\p{L}°℃].{0,11}|)$",
        RegexOptions.CultureInvariant)]
    private static partial Regex Figure();
}
