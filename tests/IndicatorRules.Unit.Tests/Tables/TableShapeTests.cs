using IndicatorRules.Contract;
using IndicatorRules.Reporting.Tests.Support;

namespace IndicatorRules.Tables.Tests;

/// <summary>The same facts in every shape in which clerks keep them, with everything that is said of each.</summary>
[Trait("Category", "Slow")]
public sealed class TableShapeTests
{
    private static readonly string Corpus = Repo.In("tests", "corpus", "tables", "shapes");

    public static TheoryData<string> Shapes =>
        [.. Directory.GetFiles(Corpus, "*.csv").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Run_Shape_ReadsTheSameFacts(string name)
    {
        var options = BatchOf.County with { WithReasons = true };
        var plain = BatchOf.Table(Path.Combine(Corpus, "plain.csv"), options: options);

        var run = BatchOf.Table(Path.Combine(Corpus, name + ".csv"), options: options);

        var told = run.Told.Select(d => (d with { Location = d.Location with { File = name + ".csv" } }).Format(Language.Zh) + "\n");
        ExpectedText.Same(Path.Combine(Corpus, name + ".expected.txt"), string.Concat(told));
        // A table without places is of one that is called like its file.
        Assert.Equal(plain.Text, run.Text.Replace($"\n{name},", "\n静乐县,", StringComparison.Ordinal));
        Assert.Contains(",rural-sewage,met,measured,,2.91,", run.Text, StringComparison.Ordinal);
    }
}
