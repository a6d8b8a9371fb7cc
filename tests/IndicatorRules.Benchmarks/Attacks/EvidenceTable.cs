using System.Text;

namespace IndicatorRules.Benchmarks.Attacks;

/// <summary>Outcomes → the measured table of a README, between its two marks; what stands around it stays.</summary>
internal static class EvidenceTable
{
    private const string Begin = "<!-- measured -->\n";
    private const string End = "<!-- end -->\n";

    internal static void Write(string readme, string directory, IReadOnlyCollection<Outcome> outcomes, int repeat)
    {
        var text = File.ReadAllText(readme);
        var (from, to) = (text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, text.IndexOf(End, StringComparison.Ordinal));
        File.WriteAllText(readme, text[..from] + Of(directory, outcomes, repeat) + text[to..]);
    }

    private static string Of(string directory, IReadOnlyCollection<Outcome> outcomes, int repeat)
    {
        var text = new StringBuilder()
            .Append($"Fastest of {repeat} on {Environment.ProcessorCount} cores, host and worker warm:\n\n")
            .Append("| category | tried | refused | slowest refusal, ms | MB allocated in the host | host MB more | worker MB more |\n")
            .Append("|---|--:|--:|--:|--:|--:|--:|\n");
        foreach (var category in outcomes.GroupBy(o => Category(directory, o)).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Row(text, category.Key, [.. category]);
        }

        Row(text, "**all**", outcomes);
        return text.ToString();
    }

    private static void Row(StringBuilder text, string name, IReadOnlyCollection<Outcome> outcomes)
    {
        var slowest = outcomes.Where(o => o.Refused).Select(o => o.Milliseconds).DefaultIfEmpty().Max();
        text.Append($"| {name} | {outcomes.Count} | {outcomes.Count(o => o.Refused)} | {slowest:0} ")
            .Append($"| {Megabytes(o => o.Allocated)} | {Megabytes(o => o.Host)} | {Megabytes(o => o.Worker)} |\n");

        string Megabytes(Func<MemoryTaken, long> part) => $"{(decimal)outcomes.Max(o => part(o.Memory)) / MemoryTaken.Megabyte:0.0}";
    }

    private static string Category(string directory, Outcome outcome) =>
        Path.GetRelativePath(directory, outcome.Attempt).Split(Path.DirectorySeparatorChar)[0];
}
