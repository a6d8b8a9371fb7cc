using System.Text;

namespace IndicatorRules.Reporting;

/// <summary>How text for a terminal or a file is laid out. Immutable.</summary>
/// <param name="width">The line width in columns; a Chinese character takes two. Below 100 there are lists instead of tables.</param>
public sealed class TextLayout(int width)
{
    private const int NarrowestTable = 100;

    private const int WideTable = 140;

    // What old Chinese consoles show in two columns, and what all of them show in one.
    private static readonly Dictionary<char, string> Plain = new()
    {
        ['≥'] = ">=",
        ['≤'] = "<=",
        ['−'] = "-",
        ['–'] = "-",
        ['—'] = "-",
        ['·'] = "-",
        ['→'] = "->",
        ['“'] = "\"",
        ['”'] = "\"",
        ['‘'] = "'",
        ['’'] = "'",
        ['…'] = "...",
        ['×'] = "x",
        ['μ'] = "u",
        ['³'] = "3",
        ['²'] = "2",
        ['℃'] = "C",
        ['‰'] = "%o",
        ['Ⅰ'] = "I",
        ['Ⅱ'] = "II",
        ['Ⅲ'] = "III",
        ['Ⅳ'] = "IV",
        ['Ⅴ'] = "V",
    };

    /// <summary>
    /// Whether borders and signs are ASCII, for terminals whose font shows lines and signs such as ≥ in two columns. False by default.
    /// </summary>
    public bool Ascii { get; init; }

    /// <summary>Whether verdicts have colours, by escape sequences that only a terminal understands. False by default.</summary>
    public bool Colour { get; init; }

    /// <summary>Whether lines outside of tables are broken at the width too, as on a terminal. False by default.</summary>
    public bool Wraps { get; init; }

    /// <summary>The line width in columns.</summary>
    public int Width => width;

    internal bool HasTables => Width >= NarrowestTable;

    /// <summary>Whether there is room for every column.</summary>
    internal bool HasWideTables => Width >= WideTable || Width < NarrowestTable;

    /// <summary>The text in the signs that the terminal has.</summary>
    public string Signs(string text) => !Ascii || System.Text.Ascii.IsValid(text) ? text
        : text.Aggregate(new StringBuilder(), (all, c) => Plain.TryGetValue(c, out var sign) ? all.Append(sign) : all.Append(c)).ToString();

    /// <summary>Draws a table; where there is no room for it, a paragraph per row that begins with the first two cells.</summary>
    /// <param name="headings">One heading per column.</param>
    /// <param name="rows">The cells.</param>
    public string Table(IReadOnlyList<string> headings, IReadOnlyList<string[]> rows)
    {
        ArgumentNullException.ThrowIfNull(headings);
        ArgumentNullException.ThrowIfNull(rows);
        using var to = new StringWriter();
        new PlainTable(this).Write(
            [.. headings.Select((h, i) => new PlainColumn(h, Part: i < 2 ? PlainPart.Head : PlainPart.Below))], rows, to);
        return to.ToString();
    }

    /// <summary>The text in a colour.</summary>
    internal string Ink(string text, Ink ink) => !Colour || ink == Reporting.Ink.None || text.Length == 0 ? text
        : $"\u001b[{(ink == Reporting.Ink.Red ? "31" : "33")}m{text}\u001b[0m";
}

/// <summary>The colour of a cell on a terminal that has colours.</summary>
internal enum Ink : byte
{
    /// <summary>That of the terminal.</summary>
    None = 0,

    /// <summary>What is not met.</summary>
    Red = 1,

    /// <summary>What rests on a claim, or is open.</summary>
    Amber = 2,
}
