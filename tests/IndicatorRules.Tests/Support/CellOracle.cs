using System.Globalization;
using System.Text.RegularExpressions;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Tests.Support;

/// <summary>A naive reader of cells, written from the table of the guide alone: it tries every way to take the text apart.</summary>
internal static class CellOracle
{
    private static readonly Dictionary<string, AbsenceKind> Absences = new()
    {
        [""] = AbsenceKind.NotReported,
    };

    private static readonly Dictionary<string, string[]> Bounds = new()
    {
        ["≥"] = ["≥", ">=", "不低于", "不少于", "不小于", "至少", "大于等于", "大于或等于"],
        [">"] = [">", "大于", "超过", "高于", "多于"],
        ["≤"] = ["≤", "<=", "不高于", "不超过", "不大于", "不多于", "至多", "小于等于", "小于或等于"],
        ["<"] = ["<", "小于", "低于", "少于"],
    };

    private static readonly string[] RangeSigns = [.. "-–—―‐‑‒~～〜∼至到".Select(c => $"{c}"), "——", "――"];

    static CellOracle()
    {
        Say(AbsenceKind.NotReported, "/ // 未填报 未填 未报 未统计 尚未统计 暂无 暂无数据 无数据 数据缺失 缺失");
        Say(AbsenceKind.NothingOfTheKind, "无 没有 不涉及 本县不涉及 本地不涉及 无此项 不适用");
        Say(AbsenceKind.NotAssessed, "不考核 上级不考核 本年不考核 本年度不考核 今年不考核 未下达");
        Say(AbsenceKind.NotMeasurable, "无监测点 无监测点位 无法监测");
    }

    /// <summary>Fails where the parser reads a cell otherwise.</summary>
    internal static void Agrees(string cell)
    {
        var (reading, unit) = ReadingParser.Parse(cell);
        var wanted = Read(cell.Trim());
        Assert.True(wanted == Spelt(reading, unit), $"“{cell}”: the guide says {wanted}, the parser {Spelt(reading, unit)}.");
    }

    private static string Read(string cell)
    {
        var text = cell.Length > 100 ? "too long" : Plain(cell).Trim();
        if (Absences.TryGetValue(text, out var kind) || Regex.IsMatch(text, @"^[-–—―‐‑‒~～〜∼]{1,4}\z"))
        {
            return $"{kind}";
        }

        if (text.StartsWith("上级未下达", StringComparison.Ordinal))
        {
            return $"{AbsenceKind.NotAssessed}";
        }

        // 2.8E+01 and 0x10 are numbers of another kind.
        if (Regex.IsMatch(text, "[0-9] *[eExX][0-9+-]"))
        {
            return "words";
        }

        var readings = new HashSet<string>();
        foreach (var (sign, words) in Bounds)
        {
            foreach (var word in words.Where(w => text.StartsWith(w, StringComparison.Ordinal)))
            {
                if (Quantity(text[word.Length..]) is { } bound)
                {
                    readings.Add($"{sign}{bound.Number} {bound.Unit}");
                }
            }
        }

        if (Quantity(text) is { } number)
        {
            readings.Add($"{number.Number} {number.Unit}");
        }

        for (var at = 1; at < text.Length; at++)
        {
            foreach (var dash in RangeSigns.Where(d => string.CompareOrdinal(text, at, d, 0, d.Length) == 0))
            {
                if (Quantity(text[..at]) is { } low && Quantity(text[(at + dash.Length)..]) is { } high && low.Value <= high.Value
                    && (low.Unit == high.Unit || low.Unit.Length == 0 || high.Unit.Length == 0))
                {
                    readings.Add($"{low.Number}..{high.Number} {(low.Unit.Length > 0 ? low.Unit : high.Unit)}");
                }
            }
        }

        return readings.Count switch
        {
            0 => "words",
            1 => readings.Single().TrimEnd(),
            _ => throw new InvalidOperationException($"The guide lets “{cell}” be read in two ways: {string.Join(", ", readings)}."),
        };
    }

    // A number, blanks, and a unit or none; null for anything else.
    private static (decimal Value, string Number, string Unit)? Quantity(string text)
    {
        text = text.Trim(' ');
        for (var length = text.Length; length > 0; length--)
        {
            var number = text[..length];
            if (!Regex.IsMatch(number, @"^[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)(\.[0-9]+)?\z"))
            {
                continue;
            }

            var digits = number.Replace(",", "", StringComparison.Ordinal);
            var unit = text[length..].Trim(' ');
            var significant = Regex.Replace(digits, "[^0-9]", "").TrimStart('0').Length;
            var decimals = digits.Contains('.', StringComparison.Ordinal)
                ? digits.Length - digits.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
            return significant <= 28 && decimals <= 28 && IsUnit(unit)
                ? (decimal.Parse(digits, CultureInfo.InvariantCulture),
                    Reading.Plain(decimal.Parse(digits, CultureInfo.InvariantCulture)), unit)
                : null;
        }

        return null;
    }

    private static bool IsUnit(string unit) =>
        unit is "" or "%" or "‰"
        || (unit.Length <= 24
            && Regex.IsMatch(unit, @"^[\p{L}°℃℉㎀-㏟]([\p{L}°℃℉㎀-㏟/·²³^*]|(?<=[A-Za-z^])[0-9]|(?<=/)\(|(?<=\(.*)\))*\z")
            && !Regex.IsMatch(unit,
                "[至到]|以上|以下|以内|以外|左右|上下|之间|初步|暂定|预计|估计|估算|待核|快报|不足|未达|^[多余来几]|[多余]$")
            && !Regex.IsMatch(unit, "^[eExX][0-9+-]"));

    private static string Plain(string cell) => string.Concat(cell.Select(c => c switch
    {
        '～' => '～',
        >= '！' and <= '～' => (char)(c - '！' + '!'),
        '≧' or '⩾' => '≥',
        '≦' or '⩽' => '≤',
        '﹪' => '%',
        '−' or '﹣' => '-',
        '\uFEFF' or '\u200B' or '\u200E' or '\u200F' => ' ',
        _ => char.IsWhiteSpace(c) ? ' ' : c,
    }));

    private static string Spelt(Reading reading, string? unit) => (reading.Kind switch
    {
        ReadingKind.Absent => $"{reading.Absence}",
        ReadingKind.Number => Reading.Plain(reading.Low!.Value),
        ReadingKind.Range => $"{Reading.Plain(reading.Low!.Value)}..{Reading.Plain(reading.High!.Value)}",
        ReadingKind.Bound when reading.Low is { } low => (reading.LowOpen ? ">" : "≥") + Reading.Plain(low),
        ReadingKind.Bound => (reading.HighOpen ? "<" : "≤") + Reading.Plain(reading.High!.Value),
        _ => "words",
    } + $" {unit}").TrimEnd();

    private static void Say(AbsenceKind kind, string words)
    {
        foreach (var word in words.Split(' '))
        {
            Absences[word] = kind;
        }
    }
}
