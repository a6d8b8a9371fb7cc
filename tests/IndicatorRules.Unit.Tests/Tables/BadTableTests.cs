using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Reporting.Tests.Support;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Tables;

namespace IndicatorRules.Tables.Tests;

/// <summary>Whole tables with every diagnostic as printed, and the rows that were not judged.</summary>
[Trait("Category", "Slow")]
public sealed class BadTableTests
{
    private static readonly string Corpus = Repo.In("tests", "corpus", "tables", "bad");

    public static TheoryData<string> Bad =>
        [.. Directory.GetFiles(Corpus, "*.csv").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Good =>
        [.. Directory.GetFiles(Repo.In("tests", "corpus", "tables", "good")).Select(f => Path.GetFileName(f)!)
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Bad))]
    public void Run_BadTable_TellsExactlyWhatIsWrong(string name)
    {
        var run = BatchOf.Table(Path.Combine(Corpus, name + ".csv"));

        Assert.NotEmpty(run.Told);
        Assert.All(run.Told, d => Assert.NotEmpty(d.Message(Language.En)));
        var told = run.Told.Select(d => (d with { Location = d.Location with { File = name + ".csv" } }).Format(Language.Zh));
        // No target is due in these years: the last column is empty.
        var faults = run.Text.Split('\n').Where(line => line.Contains(",IR5", StringComparison.Ordinal)).Select(line => line[..^1]);
        ExpectedText.Same(Path.Combine(Corpus, name + ".expected.txt"), string.Concat(told.Concat(faults).Select(l => l + "\n")));
        Assert.Equal(run.Result.Succeeded, run.Text.Length > 0);
    }

    /// <summary>The same table as spreadsheets of all kinds save it.</summary>
    [Theory]
    [MemberData(nameof(Good))]
    public void Run_GoodTable_GivesTheSameVerdicts(string name)
    {
        var folder = Repo.In("tests", "corpus", "tables", "good");
        var plain = BatchOf.Table(Path.Combine(folder, "plain.csv"));

        var run = BatchOf.Table(Path.Combine(folder, name));

        Assert.Empty(run.Told);
        Assert.Equal(plain.Text, run.Text);
        Assert.Contains(",eco-index,met,measured,,\n", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_HundredsOfColumnsOfNoUse_AreToldInOneLine()
    {
        using var folder = new TempFolder();
        var extra = string.Concat(Enumerable.Range(0, 900).Select(i => $",c{i}"));
        var table = folder.Write("wide.csv", $"place,year,indicator,value{extra}\nA,2022,eco-index,60{new string(',', 900)}\n");

        var run = BatchOf.Table(table);

        var notice = Assert.Single(run.Told, d => d.Id == "IR5225");
        Assert.InRange(notice.Format(Language.Zh).Length, 50, 400);
        Assert.True(run.Result.Succeeded);
    }

    [Fact]
    public void Bad_HasATableForEveryDiagnosticOfTables()
    {
        string[] folders = [Corpus, Repo.In("tests", "corpus", "tables", "shapes")];
        var seen = string.Concat(folders.SelectMany(f => Directory.GetFiles(f, "*.expected.txt")).Select(File.ReadAllText));

        // Parquet files, interrupted runs, folders and verbs that take no table have tests of their own; a year stands twice in a facts
        // file alone.
        var ids = DiagnosticCatalog.All.Select(d => d.Id).Where(id => id.StartsWith("IR52", StringComparison.Ordinal))
            .Except(["IR5211", "IR5212", "IR5216", "IR5220", "IR5221", "IR5222", "IR5223", "IR5230", "IR5240"])
            // And workbooks.
            .Except(["IR5261", "IR5262", "IR5263", "IR5265", "IR5266", "IR5267", "IR5269", "IR5270", "IR5271", "IR5272", "IR5273"]);
        Assert.All(ids, id => Assert.Contains(id, seen, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cells")]
    [InlineData("ragged")]
    [InlineData("place")]
    public void Run_StrictAndBadRow_WritesNothing(string name)
    {
        using var folder = new TempFolder();
        var path = Path.Combine(folder.Path, "result.csv");

        var run = BatchOf.Table(Path.Combine(Corpus, name + ".csv"), r => r with { Strict = true, Output = path });
        var shown = BatchOf.Table(Path.Combine(Corpus, name + ".csv"), r => r with { Strict = true });

        Assert.False(run.Result.Succeeded);
        Assert.NotEmpty(run.Told);
        Assert.Empty(Directory.GetFiles(folder.Path));
        Assert.False(shown.Result.Succeeded);
        Assert.Empty(shown.Text);
    }

    [Fact]
    public void Run_PlaceComesBack_LeavesNoResult()
    {
        using var folder = new TempFolder();

        var run = BatchOf.Table(
            Path.Combine(Corpus, "place-returns.csv"),
            r => r with { Output = Path.Combine(folder.Path, "result.csv"), BytesPerCheckpoint = 1 });

        Assert.Equal("IR5208", Assert.Single(run.Result.Diagnostics).Id);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Run_NoScheme_IsToldBeforeAnything()
    {
        var run = BatchOf.Table(Path.Combine(Corpus, "cells.csv"), options: new BatchOptions());

        Assert.Equal("IR5010", Assert.Single(run.Result.Diagnostics).Id);
    }
}
