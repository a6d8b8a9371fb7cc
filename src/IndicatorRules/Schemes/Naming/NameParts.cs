using System.Text.RegularExpressions;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Schemes.Naming;

/// <summary>A folded name as tables print it: its number before it and its unit behind it. Immutable.</summary>
/// <param name="Number">The number as printed, such as 3 or 4(2); empty if there is none.</param>
/// <param name="Name">The name; empty for a number alone.</param>
/// <param name="Unit">The unit in brackets, or a percent sign; empty if there is none.</param>
internal readonly partial record struct NameParts(string Number, string Name, string Unit)
{
    private const string AfterNumber = "、.:,;)-_";

    /// <summary>A text without the footnote mark behind it (①, ¹, [1], （注2）); null if it has none.</summary>
    internal static string? WithoutFootnote(string text) =>
        text.Length <= FoldedName.Longest && Footnote().Match(text) is { Success: true, Index: > 0 and var end } ? text[..end] : null;

    [GeneratedRegex(@"\s*(?:[①-⑳¹²³⁰-⁹]|[\[［〔]\d{1,2}[\]］〕]|[（(]注\s*\d{0,2}[)）]|注\d{1,2})\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Footnote();

    /// <summary>The ways to read a folded text, the plainest first.</summary>
    internal static IEnumerable<NameParts> Of(string folded)
    {
        yield return new("", folded, "");
        var (name, unit) = WithoutUnit(folded);
        if (unit.Length > 0)
        {
            yield return new("", name, unit);
        }

        var (number, rest) = WithoutNumber(folded);
        if (number.Length > 0)
        {
            yield return new(number, rest, "");
            (rest, unit) = WithoutUnit(rest);
            if (unit.Length > 0)
            {
                yield return new(number, rest, unit);
            }
        }
    }

    /// <summary>Whether a unit behind a name is the one that belongs there.</summary>
    internal static bool IsUnit(string written, params ReadOnlySpan<string?> units)
    {
        var bare = written.StartsWith("单位:", StringComparison.Ordinal) ? written[3..] : written;
        foreach (var unit in units)
        {
            if (unit is not null && (UnitName.Same(bare, unit) || bare == FoldedName.Of(unit)))
            {
                return true;
            }
        }

        return false;
    }

    private static (string Name, string Unit) WithoutUnit(string folded)
    {
        if (folded.Length > 1 && folded[^1] is '%' or '‰')
        {
            return (folded[..^1].TrimEnd(',', '、', '-', '/'), folded[^1..]);
        }

        return folded.EndsWith(')') && folded.LastIndexOf('(') is var open and > 0
            ? (folded[..open], folded[(open + 1)..^1])
            : (folded, "");
    }

    // 第3项…, 3、…, (3)…, 4(2)…
    private static (string Number, string Name) WithoutNumber(string folded)
    {
        var start = folded.StartsWith('第') || folded.StartsWith('(') ? 1 : 0;
        var end = start;
        while (end < folded.Length && char.IsAsciiDigit(folded[end]))
        {
            end++;
        }

        if (end == start)
        {
            return ("", folded);
        }

        var number = folded[start..end];
        if (start == 0 && Bracketed(folded, end) is { } close)
        {
            (number, end) = (folded[..(close + 1)], close + 1);
        }
        else if (start == 1 && (end == folded.Length || folded[end] != (folded[0] == '第' ? '项' : ')')))
        {
            return ("", folded);
        }

        end += end < folded.Length && folded[end] is '项' ? 1 : 0;
        return (number, folded.AsSpan(end).TrimStart(AfterNumber).ToString());
    }

    // The closing bracket of digits in brackets, as in 4(2).
    private static int? Bracketed(string folded, int open)
    {
        if (open >= folded.Length || folded[open] != '(')
        {
            return null;
        }

        var end = open + 1;
        while (end < folded.Length && char.IsAsciiDigit(folded[end]))
        {
            end++;
        }

        return end > open + 1 && end < folded.Length && folded[end] == ')' ? end : null;
    }
}
