using System.Globalization;
using System.Text;
using System.Text.Json;
using IndicatorRules.Office;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Targets;
using IndicatorRules.Tables;
using IndicatorRules.TestKit;

namespace IndicatorRules.Drafting.Tests;

/// <summary>Tables as plans print them, with what a careful reader makes of each row: tests/corpus/printed.</summary>
public sealed class PrintedCorpusTests
{
    public static TheoryData<string> Tables() =>
        [.. Directory.GetFiles(Repo.In("tests", "corpus", "printed"), "*.txt").Select(f => Path.GetFileNameWithoutExtension(f)).Order()];

    [Theory]
    [MemberData(nameof(Tables))]
    public void Make_FromADocument_SaysWhatAReaderWould(string table)
    {
        var file = Read(table);
        Assert.Equal(file.Expected, Said(Made(DocumentTables.Read(InputFile.InMemory(file.Docx()), "a.docx").Value!)));
    }

    // A workbook keeps merged cells, and its text cannot refer to footnotes.
    [Theory]
    [MemberData(nameof(Tables))]
    public void Make_FromAWorkbook_SaysTheSame(string table)
    {
        var file = Read(table);
        Assert.Equal(file.Expected, Said(Made(DocumentTables.Read(InputFile.InMemory(file.Xlsx()), "a.xlsx").Value!)));
    }

    // A CSV file has lost which cells were merged: it may ask more, and must not be sure of anything else.
    [Theory]
    [MemberData(nameof(Tables))]
    public void Make_FromCsv_IsSureOfNothingElse(string table)
    {
        var file = Read(table);
        var made = Said(Made([CsvTable.Read(InputFile.InMemory(Encoding.UTF8.GetBytes(file.Csv())), "a.csv").Value!]));
        Assert.Equal([], made.SelectMany(l => Rules(l, "sure")).Except(file.Expected.SelectMany(l => Rules(l, ""))));
    }

    private static PrintedFile Read(string table) =>
        new(File.ReadAllText(Repo.In("tests", "corpus", "printed", $"{table}.txt")));

    private static PluginDraft Made(IReadOnlyList<PrintedTable> tables)
    {
        var made = PluginDraft.Make(tables, new PluginDraftOptions { Id = "drafted" });
        Assert.True(made.Value is not null, string.Join('\n', made.Diagnostics));
        return made.Value;
    }

    // The name and the rule of each row and stage, or of those that are sure.
    private static IEnumerable<string> Rules(string line, string certainty)
    {
        var parts = line.Split(" | ").ToList();
        return parts.Skip(2).Where(p => p.EndsWith(certainty, StringComparison.Ordinal))
            .Select(p => $"{parts[0].Split(' ')[1]}: {p[..Math.Max(0, p.LastIndexOf(' '))]}");
    }

    private static List<string> Said(PluginDraft draft)
    {
        using var scheme = JsonDocument.Parse(draft.Files().First(f => f.Path == "scheme.json").Text);
        var units = scheme.RootElement.GetProperty("indicators").EnumerateArray()
            .ToDictionary(i => i.GetProperty("id").GetString()!, i => i.GetProperty("unit").GetString());
        return [.. draft.Rows.Select(r => string.Join(" | ", ((string[])[$"{r.Number} {r.Name}", units[r.Id]!, Rule(r.Rule, r.Certainty)])
            .Concat(r.Stages.Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Year} {Rule(s.Rule, s.Certainty)}")))))];
    }

    private static string Rule(string rule, Certainty certainty) => certainty switch
    {
        Certainty.Sure => $"{rule} sure",
        Certainty.Guess => $"{rule} guess",
        _ => "cannot",
    };
}
