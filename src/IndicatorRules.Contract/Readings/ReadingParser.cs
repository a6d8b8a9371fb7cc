using System.Text.RegularExpressions;

namespace IndicatorRules.Contract.Readings;

/// <summary>
/// Reads what people write into a cell: 28, ２８, 94.50, 28%, 55-70, ≥95, 预计95, 2020年为51.05, 无, 已建立, or nothing.
/// Safe on any thread.
/// </summary>
/// <remarks>What cannot be read for certain is words, and <see cref="CellRemedy"/> says what to write instead.</remarks>
public static partial class ReadingParser
{
    // Longer texts are prose.
    private const int LongestFigure = 100;

    private static readonly Dictionary<string, AbsenceKind> Absences = new(StringComparer.Ordinal)
    {
        [""] = AbsenceKind.NotReported,
        ["/"] = AbsenceKind.NotReported,
        ["//"] = AbsenceKind.NotReported,
        ["未填报"] = AbsenceKind.NotReported,
        ["未填"] = AbsenceKind.NotReported,
        ["未报"] = AbsenceKind.NotReported,
        ["未统计"] = AbsenceKind.NotReported,
        ["尚未统计"] = AbsenceKind.NotReported,
        ["暂无"] = AbsenceKind.NotReported,
        ["暂无数据"] = AbsenceKind.NotReported,
        ["无数据"] = AbsenceKind.NotReported,
        ["数据缺失"] = AbsenceKind.NotReported,
        ["缺失"] = AbsenceKind.NotReported,
        ["无"] = AbsenceKind.NothingOfTheKind,
        ["没有"] = AbsenceKind.NothingOfTheKind,
        ["不涉及"] = AbsenceKind.NothingOfTheKind,
        ["本县不涉及"] = AbsenceKind.NothingOfTheKind,
        ["本地不涉及"] = AbsenceKind.NothingOfTheKind,
        ["无此项"] = AbsenceKind.NothingOfTheKind,
        ["不适用"] = AbsenceKind.NothingOfTheKind,
        ["不考核"] = AbsenceKind.NotAssessed,
        ["上级不考核"] = AbsenceKind.NotAssessed,
        ["本年不考核"] = AbsenceKind.NotAssessed,
        ["本年度不考核"] = AbsenceKind.NotAssessed,
        ["今年不考核"] = AbsenceKind.NotAssessed,
        ["未下达"] = AbsenceKind.NotAssessed,
        ["无监测点"] = AbsenceKind.NotMeasurable,
        ["无监测点位"] = AbsenceKind.NotMeasurable,
        ["无法监测"] = AbsenceKind.NotMeasurable,
    };

    /// <summary>The reading of a text, and the unit written behind it.</summary>
    /// <param name="text">As handed in; full-width digits and signs count as their plain forms.</param>
    /// <returns>The reading keeps the text as handed in.</returns>
    public static CellReading Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kept = text.Trim();
        if (kept.Length > LongestFigure)
        {
            return new(Reading.Words(kept), null);
        }

        if (PlainNumber.TryRead(kept, out var exact))
        {
            return new(Reading.Number(exact, kept), null);
        }

        return ParseByGrammar(kept);
    }

    /// <summary>The same for any text, without the short way that plain numbers take.</summary>
    internal static CellReading ParseByGrammar(string kept)
    {
        var plain = Plain(kept);
        if (Absence(plain) is { } absence)
        {
            return new(Reading.Absent(absence, kept.Length == 0 ? "-" : kept), null);
        }

        if (PrintedCell.TryRead(plain, kept, out var printed))
        {
            return printed;
        }

        var scanner = new CellScanner(plain);
        return scanner.TryFigure(out var figure) && scanner.AtEnd && !figure.IsReversed
            ? new(figure.ToReading(kept), figure.Unit)
            : new(Reading.Words(kept), null);
    }

    /// <summary>The text as the grammar reads it: full-width forms, blanks and the many signs for one thing made one.</summary>
    internal static string Plain(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        // By their offset: the platform's normalisation depends on its culture data.
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i] switch
            {
                '～' => '～',
                >= '\uFF01' and <= '\uFF5E' => (char)(from[i] - 0xFEE0),
                '\uFEFF' or '\u200B' or '\u200E' or '\u200F' => ' ',
                '≧' or '⩾' => '≥',
                '≦' or '⩽' => '≤',
                '﹪' => '%',
                // A minus is a sign; the other dashes separate two numbers.
                '−' or '﹣' => '-',
                var c => char.IsWhiteSpace(c) ? ' ' : c,
            };
        }
    }).Trim();

    private static AbsenceKind? Absence(string plain) =>
        Absences.TryGetValue(plain, out var kind) ? kind
        : plain.Length <= 4 && plain.All(CellScanner.IsDash) ? AbsenceKind.NotReported
        : plain.StartsWith("上级未下达", StringComparison.Ordinal) ? AbsenceKind.NotAssessed
        : NoStation().IsMatch(plain) ? AbsenceKind.NotMeasurable
        : null;

    // 无国控监测点, 境内未设省考断面, 不具备监测条件.
    [GeneratedRegex(
        @"^((本|我|全)?[县市区旗])?(辖区|境)?内?(无|没有|未设|未设置|尚未设置|暂无)([国省市州县]([控考]))?(地表水|地下水|水质"
        + @"|空气|环境|自动|大气|土壤|噪声)*"
        + @"((监测|考核)(点|点位|断面|站|站点|站位)|断面|监测(条件|能力|设施))\z|^(不具备|无)监测(条件|能力)\z",
        RegexOptions.CultureInvariant)]
    private static partial Regex NoStation();
}

/// <summary>What a cell says. Immutable.</summary>
/// <param name="Reading">The reading, which keeps the text as handed in.</param>
/// <param name="Unit">The unit written behind it; null where none is written.</param>
public readonly record struct CellReading(Reading Reading, string? Unit)
{
    /// <summary>The year that the cell says its figure is of (2020年为51.05); null where it names none.</summary>
    public int? OfYear { get; init; }

    /// <summary>The same where neither a year nor an estimate is allowed: a cell that has either is words.</summary>
    internal CellReading Bare => OfYear is null && !Reading.IsEstimated ? this : new(Reading.Words(Reading.Text), null);

    /// <summary>The same where no other year is allowed: a cell that names one is words.</summary>
    internal CellReading Undated => OfYear is null ? this : new(Reading.Words(Reading.Text), null);
}
