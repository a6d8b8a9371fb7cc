using System.Text.Json;

namespace IndicatorRules.Plugins.Tests.Support;

/// <summary>The transcribed sources: the figures of each row of table 2-1, and those of the plan around it.</summary>
internal static class Seeds
{
    private static readonly JsonElement Table = Read("seeds/jingle-table-2-1.json").GetProperty("rows");

    internal static HashSet<decimal> Plan { get; } =
        [.. Read("seeds/jingle-plan-figures.json").GetProperty("figures").EnumerateArray()
            .Select(f => f.GetProperty("value").GetDecimal())];

    /// <summary>Every figure of a row, wherever it stands in it.</summary>
    internal static HashSet<decimal> Row(int row)
    {
        var entry = Table.EnumerateArray().Single(r => r.GetProperty("row").GetInt32() == row);
        return [.. Figures.In(entry.GetRawText())];
    }

    /// <summary>One cell's lines as printed, empty ones left out.</summary>
    internal static string[] Cell(int row, string column)
    {
        var entry = Table.EnumerateArray().Single(r => r.GetProperty("row").GetInt32() == row);
        return [.. entry.GetProperty(column).EnumerateArray().Select(l => l.GetString()!).Where(l => l.Length > 0)];
    }

    private static JsonElement Read(string file) =>
        JsonDocument.Parse(File.ReadAllBytes(Repo.In(file))).RootElement;
}
