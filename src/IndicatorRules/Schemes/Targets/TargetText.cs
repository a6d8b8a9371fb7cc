using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace IndicatorRules.Schemes.Targets;

/// <summary>How a clause is joined to the one before it.</summary>
internal enum Link
{
    /// <summary>It is the first of its line.</summary>
    First,

    /// <summary>Both must hold: 并, 且, or a comma or semicolon.</summary>
    And,

    /// <summary>One is enough: 或.</summary>
    Or,
}

/// <summary>A printed target (指标值) as lines of clauses. Immutable.</summary>
/// <remarks>Every character belongs to a clause, a link between clauses or a blank, so nothing printed is passed over.</remarks>
internal sealed partial class TargetText
{
    /// <summary>The most characters that are read.</summary>
    internal const int Longest = 500;

    private const int MostLinks = 5;

    private TargetText(ImmutableArray<ImmutableArray<TargetClause>> lines) => Lines = lines;

    /// <summary>The lines that are not blank, each with its clauses.</summary>
    internal ImmutableArray<ImmutableArray<TargetClause>> Lines { get; }

    /// <summary>All clauses, in the order printed.</summary>
    internal IEnumerable<TargetClause> Clauses => Lines.SelectMany(l => l);

    /// <summary>Whether each clause is read.</summary>
    internal bool IsWhole => Clauses.All(c => c.Demand is not null);

    internal static TargetText Parse(string printed)
    {
        var text = Narrow(printed.Length > Longest ? printed[..Longest] : printed);
        var lines = Lined(PrintedMarks.Split(text) is { } marked ? [.. marked.Select(m => Unwrapped(m) ?? m.Replace('\n', ' '))]
            : WrappedPattern().Replace(text, "").Split('\n'));
        // A cell that is too narrow breaks a sentence into lines that say nothing alone.
        if (lines.Any(l => l.Any(c => c.Demand is null)) && Unwrapped(text) is { } whole
            && Line(whole) is { IsEmpty: false } one && one.All(c => c.Demand is not null))
        {
            lines = [one];
        }

        return new(printed.Length > Longest ? [.. lines, [new(Link.And, "", null, "", "", printed[Longest..])]] : lines);
    }

    /// <summary>The text without its line breaks; null where there is none, or where two numbers would become one.</summary>
    private static string? Unwrapped(string text)
    {
        var lines = text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).ToList();
        return lines.Count < 2 || lines.Zip(lines.Skip(1)).Any(p => IsOfNumber(p.First[^1]) && IsOfNumber(p.Second[0])) ? null
            : string.Concat(lines);

        static bool IsOfNumber(char c) => char.IsDigit(c) || c is '.' or ',';
    }

    private static ImmutableArray<ImmutableArray<TargetClause>> Lined(IEnumerable<string> lines) =>
        [.. lines.Select(Line).Where(l => !l.IsEmpty)];

    /// <summary>Full-width characters as half-width: ＞８０, >80. 90，100 is two numbers and stays apart from 90,100.</summary>
    internal static string Narrow(string text)
    {
        var narrow = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            narrow.Append(c is '，' && i > 0 && i + 1 < text.Length && char.IsDigit(text[i - 1]) && char.IsDigit(text[i + 1]) ? c
                : c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c is '\u3000' or '\u00A0' or '\t' ? ' ' : c);
        }

        return narrow.ToString().Replace("\r", "", StringComparison.Ordinal);
    }

    private static ImmutableArray<TargetClause> Line(string line)
    {
        var clauses = ImmutableArray.CreateBuilder<TargetClause>();
        foreach (var piece in SeparatorPattern().Split(line.Trim().TrimEnd('。', '.', ';')))
        {
            var text = piece.Trim();
            if (text.Length > 0)
            {
                var (link, rest) = Linked(text);
                clauses.AddRange(Split(rest, clauses.Count == 0 ? Link.First : link ?? Link.And));
            }
        }

        return clauses.ToImmutable();
    }

    // ，或持续改善; ；并持续改善.
    private static (Link? Link, string After) Linked(string text)
    {
        var match = LinkPattern().Match(text);
        return !match.Success || match.Index > 0 || match.Length == text.Length ? (null, text)
            : (LinkOf(match.Value), text[match.Length..].Trim());
    }

    private static Link LinkOf(string word) => word[0] == '或' ? Link.Or : Link.And;

    // A clause as it is; else two at a link where both sides are read; else a name and what it asks.
    private static ImmutableArray<TargetClause> Split(string text, Link link)
    {
        if (ClauseWords.Read(text) is var (demand, unit, remark))
        {
            return [new(link, "", demand, unit, remark, text)];
        }

        // More links than a sentence has would take too long to try.
        foreach (var at in LinkPattern().Matches(text) is { Count: <= MostLinks } links ? links.ToArray() : [])
        {
            var (before, after) = (text[..at.Index].Trim(), text[(at.Index + at.Length)..].Trim());
            if (before.Length > 0 && after.Length > 0 && Split(before, link) is var one && one.All(c => c.Demand is not null)
                && Split(after, LinkOf(at.Value)) is var other && other.All(c => c.Demand is not null))
            {
                return [.. one, .. other];
            }
        }

        return [Labelled(text, link)];
    }

    private static TargetClause Labelled(string text, Link link)
    {
        // PM2.5≤35: a name with a number in it, before a sign.
        if (NamedPattern().Match(text) is { Success: true } named
            && ClauseWords.Read(named.Groups["asked"].Value) is ({ } of, var per, var note))
        {
            return new(link, named.Groups["name"].Value.Trim().TrimEnd(':'), of, per, note, text);
        }

        for (var i = 1; i < Math.Min(text.Length, 40); i++)
        {
            if (char.IsAsciiDigit(text[i - 1]) || "<>=≥≤≧≦⩾⩽()".Contains(text[i - 1], StringComparison.Ordinal))
            {
                break;
            }

            // A number alone after words says nothing: 3A级; a state neither, since any words may precede it.
            if (ClauseWords.Read(text[i..]) is var (demand, unit, remark)
                && demand is not (Demand.Bound { Kind: null, IsReached: false } or Demand.State { IsReached: true } or Demand.Task))
            {
                return new(link, text[..i].Trim().TrimEnd(':'), demand, unit, remark, text);
            }
        }

        return new(link, "", null, "", "", text);
    }

    // A comma between digits does not separate: 1,000 is one number and 0,5 is none. A stroke, a blank and 、 separate a number from the
    // next name with its sign: 湿润地区≥80 / 半湿润地区≥55.
    [GeneratedRegex(@"[;；]|(?<!\d),|,(?!\d)|。(?=.)"
        + @"|(?<=[\d%‰)上下])(?:\s*[/、]\s*|\s+)(?=[\u4e00-\u9fff]{1,12}:?\s*(?:[<>≥≤≧≦⩾⩽]|不低于|不高于|不少于|不超过))"
        + @"|(?<=[^\s]\))\s*[/、]\s*(?=[<>≥≤≧≦⩾⩽])")]
    private static partial Regex SeparatorPattern();

    [GeneratedRegex("或者|或|并且|并|而且|且|同时|和|及")]
    private static partial Regex LinkPattern();

    // A line that goes on with the one before: 或持续提高, 以上, （县级）.
    [GeneratedRegex(@"\s*\n\s*(?=或|并|且|及?以上|及?以下|以内|左右|\([^()]*\)\s*(?:\n|$))")]
    private static partial Regex WrappedPattern();

    [GeneratedRegex(@"^(?<name>[\p{L}][^<>=≥≤≧≦⩾⩽()]{0,38}?)\s*:?\s*(?<asked>(?:[<>≥≤≧≦⩾⩽]|不低于|不高于|不少于|不超过).+)$")]
    private static partial Regex NamedPattern();
}

/// <summary>One clause of a printed target. Immutable.</summary>
/// <param name="Link">How it is joined to the one before.</param>
/// <param name="Label">The words before what it asks, which name an item, a region or nothing that is known; empty for none.</param>
/// <param name="Demand">What it asks; null if it is not read.</param>
/// <param name="Unit">The unit after a number; empty for none.</param>
/// <param name="Remark">The words in brackets, which say for whom or when it applies; empty for none.</param>
/// <param name="Text">The clause as printed, in half-width.</param>
internal sealed record TargetClause(Link Link, string Label, Demand? Demand, string Unit, string Remark, string Text);
