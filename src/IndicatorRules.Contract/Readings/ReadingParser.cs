using System.Collections.Frozen;

namespace IndicatorRules.Contract.Readings;

/// <summary>
/// Reads what people write into a cell: 28, ２８, 94.50, 28%, 55-70, ≥95, 无, 已建立, or nothing. Safe on any thread.
/// </summary>
/// <remarks>What cannot be read for certain is words, and <see cref="CellRemedy"/> says what to write instead.</remarks>
public static class ReadingParser
{
    // Longer texts are prose.
    private const int LongestFigure = 100;

    private static readonly FrozenDictionary<string, AbsenceKind> Absences = new Dictionary<string, AbsenceKind>(StringComparer.Ordinal)
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
    }.ToFrozenDictionary(StringComparer.Ordinal);

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
        : null;
}

/// <summary>What a cell says. Immutable.</summary>
/// <param name="Reading">The reading, which keeps the text as handed in.</param>
/// <param name="Unit">The unit written behind it; null where none is written.</param>
public readonly record struct CellReading(Reading Reading, string? Unit);
