using System.Collections.Immutable;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Office.Notes;

/// <summary>One finding about a workbook. Immutable.</summary>
/// <param name="Kind">The kind, which chooses the colour.</param>
/// <param name="Text">The sentences, with line breaks.</param>
/// <param name="Places">Where in the workbook it is: cells, rows or sheets; empty for the file as a whole.</param>
internal sealed record CellNote(NoteKind Kind, string Text, ImmutableArray<Location> Places)
{
    /// <summary>The places that are cells.</summary>
    internal IEnumerable<Location> Cells => Places.Where(p => p.Address is not null);

    /// <summary>The note of a diagnostic.</summary>
    internal static CellNote Of(Diagnostic found, string workbook, Language language) => new(
        found.Severity == Severity.Error ? NoteKind.Error : NoteKind.Warning,
        $"{found.Message(language)}\n{found.Help(language)}".Trim(),
        Within([found.Location], workbook));

    /// <summary>The note of a contradiction, which all its sides in the workbook carry.</summary>
    internal static CellNote Of(Contradiction found, string workbook, Language language)
    {
        var colon = language == Language.Zh ? "：" : ": ";
        var sides = found.Sides.Select(s => Side(s, workbook, language)).Where(s => s.Length > 0);
        return new(
            NoteKind.Contradiction,
            string.Join('\n', sides.Prepend($"{found.Check.Title.In(language)}{colon}{found.Message.In(language)}")
                .Select(VisibleText.OneLine)),
            Within(found.Sides.Select(s => s.Location), workbook));
    }

    private static ImmutableArray<Location> Within(IEnumerable<Location> places, string workbook) =>
        [.. places.Where(p => p.File == workbook && p.Sheet is not null).Distinct()];

    private static string Side(ContradictionSide side, string workbook, Language language)
    {
        var (open, comma, close) = language == Language.Zh ? ("（", "，", "）") : (" (", ", ", ")");
        var at = side.Location is { Sheet: { } sheet, Address: { } cell } && side.Location.File == workbook ? $"{sheet}!{cell}" : "";
        var where = string.Join(comma, new[] { side.Source, at }.Where(t => t.Length > 0));
        var said = $"{side.Name.In(language)} {side.Said.In(language).Replace('\n', ' ')}".Trim();
        return where.Length > 0 ? said + open + where + close : said;
    }
}

/// <summary>The kind of a note, from the least to the most urgent.</summary>
internal enum NoteKind
{
    /// <summary>Something to look at.</summary>
    Warning,

    /// <summary>Entries that contradict each other.</summary>
    Contradiction,

    /// <summary>Something that cannot be read or judged.</summary>
    Error,
}
