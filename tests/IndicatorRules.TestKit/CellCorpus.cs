using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.TestKit;

/// <summary>The corpus of cells: a row of the scheme, the cell as people write it, and what comes of it.</summary>
/// <param name="Row">The row of the corpus's scheme.</param>
/// <param name="Cell">The cell.</param>
/// <param name="Line">The line of the file, in whole.</param>
internal sealed record CellCorpus(string Row, string Cell, string Line)
{
    private static readonly string[] AbsenceKinds = ["not-reported", "nothing-of-the-kind", "not-assessed", "not-measurable"];

    internal static IReadOnlyList<CellCorpus> Read(string file) => [.. File.ReadLines(file).Select(line =>
    {
        var fields = line.Split('\t');
        return new CellCorpus(fields[0], Cells(fields[1]), line);
    })];

    /// <summary>The line as it is to be: what the cell was read as, and every diagnostic.</summary>
    internal string With(Fact fact, IEnumerable<Diagnostic> diagnostics) => string.Join(
        '\t',
        [
            Line.Split('\t')[0], Line.Split('\t')[1],
            Of(fact.Value, fact.Unit) + (fact.OfYear is { } year ? $" of {year}" : "") + (fact.Value.IsEstimated ? ", estimated" : ""),
            .. diagnostics.Select(d => d with { Location = d.Location with { Cell = null } })
                .Select(d => $"{d.Id} {d.Message(Language.Zh)}{d.Help(Language.Zh)}"),
        ]);

    private static string Of(Reading reading, string? unit) => reading.Kind switch
    {
        ReadingKind.Number => $"number {Reading.Plain(reading.Low!.Value)}",
        ReadingKind.Range => $"range {Reading.Plain(reading.Low!.Value)}..{Reading.Plain(reading.High!.Value)}",
        ReadingKind.Bound when reading.Low is { } low => $"{(reading.LowOpen ? "more than" : "at least")} {Reading.Plain(low)}",
        ReadingKind.Bound => $"{(reading.HighOpen ? "less than" : "at most")} {Reading.Plain(reading.High!.Value)}",
        ReadingKind.Absent => AbsenceKinds[(int)reading.Absence],
        _ => "words",
    } + (unit is null ? "" : $" in {unit}");

    // “…”, with \n, \t, \uXXXX and \\ for what a line of text cannot show.
    private static string Cells(string quoted) => System.Text.RegularExpressions.Regex.Replace(
        quoted[1..^1],
        @"\\(n|t|\\|u[0-9A-F]{4})",
        m => m.Value[1] switch { 'n' => "\n", 't' => "\t", 'u' => $"{(char)Convert.ToInt32(m.Value[2..], 16)}", _ => "\\" });
}
