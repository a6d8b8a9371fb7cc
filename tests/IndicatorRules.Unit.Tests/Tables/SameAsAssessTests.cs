using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Reporting.Tests.Support;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Tables;

namespace IndicatorRules.Tables.Tests;

/// <summary>A table or a folder of many places gives what each place alone gives.</summary>
[Trait("Category", "Slow")]
public sealed class SameAsAssessTests
{
    [Fact]
    public void Run_RandomTable_GivesTheVerdictsOfEachPlaceAndYear() =>
        Prop.ForAll(RandomPlaces.All.ToArbitrary(), places =>
        {
            using var folder = new TempFolder();
            var table = folder.Write("table.csv", TableText.Of(places));

            foreach (var evidence in Enum.GetValues<Evidence>())
            {
                var run = BatchOf.Table(table, options: BatchOf.County with { Evidence = evidence });

                Assert.DoesNotContain(run.Told, d => d.Severity == Schemes.Diagnostics.Severity.Error);
                Assert.Equal(places.SelectMany(p => Lines(p, evidence)), run.Text.Split('\n').Skip(1).SkipLast(1));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Run_WithReasons_GivesTheMarginsAndReasonsOfEach()
    {
        var places = RandomPlaces.Sample(3, 4);
        Array.ForEach(places, ForgetWordsOfTasks);
        using var folder = new TempFolder();
        var table = folder.Write("table.csv", TableText.Of(places));

        var run = BatchOf.Table(
            table, r => r with { Format = BatchFormat.Json, Language = Language.En }, BatchOf.County with { WithReasons = true });

        var lines = run.Text.Split('\n').SkipLast(1).Select(l => JsonNode.Parse(l)!).ToList();
        var wanted = places.SelectMany(p => Assessments(p, Evidence.Declared)).ToList();
        Assert.Equal(wanted.Count, lines.Count);
        foreach (var (assessment, line) in wanted.Zip(lines))
        {
            Assert.Equal(assessment.Year, (int)line["year"]!);
            Assert.Equal(
                assessment.Indicators.Select(v => string.Join('|', [$"{v.Margin}", .. v.Reasons(Language.En)])),
                line["indicators"]!.AsArray()
                    .Select(v => string.Join('|', [$"{v!["margin"]}", .. v["reasons"]!.AsArray().Select(r => (string)r!)])));
        }
    }

    [Theory]
    [InlineData(3, false)]
    [InlineData(8, false)]
    [InlineData(8, true)]
    public void Run_YearsWithTargetsDue_JudgesAndCountsThemAsAssessDoes(int years, bool withReasons)
    {
        var places = RandomPlaces.Sample(13, 8);
        Array.ForEach(places, p => Postpone(p, years));
        using var folder = new TempFolder();
        foreach (var (facts, i) in places.Select((facts, i) => (facts, i)))
        {
            folder.Write($"{i:00}.json", facts.ToJsonString());
        }

        var run = BatchOf.Table(folder.Path, r => r with { Format = BatchFormat.Json }, BatchOf.County with { WithReasons = withReasons });

        var due = places.SelectMany(p => Assessments(p, Evidence.Declared)).SelectMany(a => a.Indicators)
            .Select(v => v.DueStages.ToList()).ToList();
        var lines = run.Text.Split('\n').SkipLast(1).Select(l => JsonNode.Parse(l)!).ToList();
        Assert.Equal(
            places.SelectMany(p => Assessments(p, Evidence.Declared))
                .SelectMany(a => a.Indicators.Select(v => $"{a.Place.Code} {a.Year} {v.Indicator.Id} {Camel(v.Status)}")),
            lines.SelectMany(l => l["indicators"]!.AsArray().Select(v => $"{l["place"]!["code"]} {l["year"]} {v!["id"]} {v["status"]}")));
        Assert.Equal(
            due.Select(row => string.Join(
                ' ', row.Select(s => $"{s.Stage.Stage.Id} {s.Stage.Stage.Year} {Camel(s.Status)} {$"{s.Basis}".ToLowerInvariant()}"))),
            lines.SelectMany(l => l["indicators"]!.AsArray()).Select(v => string.Join(' ', (v!["due"]?.AsArray() ?? [])
                .Select(d => $"{d!["stage"]} {d["year"]} {d["status"]} {d["basis"]}"))));
        var counts = run.Result.OrThrow().Counts;
        var statuses = due.SelectMany(d => d).Select(s => s.Status).ToList();
        Assert.True(statuses.Count >= 8 * (years == 8 ? 76 : 38));
        Assert.Equal(
            (statuses.Count(s => s == Status.Met), statuses.Count(s => s == Status.NotMet),
                statuses.Count(s => s == Status.NotApplicable), statuses.Count),
            (counts.DueMet, counts.DueNotMet, counts.DueNotApplicable, counts.Due));
        Assert.Contains(Status.NotMet, statuses);
    }

    [Fact]
    public void Run_Year_LeavesOutTheOthers()
    {
        var places = RandomPlaces.Sample(5, 6);
        using var folder = new TempFolder();

        var run = BatchOf.Table(folder.Write("table.csv", TableText.Of(places)), options: BatchOf.County with { Year = 2022 });

        Assert.Equal(
            places.SelectMany(p => Lines(p, Evidence.Declared)).Where(l => l.Contains(",2022,", StringComparison.Ordinal)),
            run.Text.Split('\n').Skip(1).SkipLast(1));
    }

    [Fact]
    public void Run_Folder_GivesEachFileInOrderOfNames()
    {
        var places = RandomPlaces.Sample(7, 12);
        using var folder = new TempFolder();
        foreach (var (facts, i) in places.Select((facts, i) => (facts, i)))
        {
            folder.Write($"{i:00}.json", facts.ToJsonString());
        }

        folder.Write("05b.json", "{");

        var run = BatchOf.Table(folder.Path, options: new BatchOptions());

        Assert.Equal("05b.json",
            Path.GetFileName(Assert.Single(run.Told, d => d.Severity == Schemes.Diagnostics.Severity.Error).Location.File));
        Assert.Equal(places.SelectMany(p => Lines(p, Evidence.Declared)), run.Text.Split('\n').Skip(1).SkipLast(1));
    }

    [Fact]
    public void AssessAll_ManyPlaces_GivesEachInOrder()
    {
        var files = RandomPlaces.Sample(11, 60).Select(Read).ToList();
        using var batch = Written.Host.OpenBatch().OrThrow();

        var all = batch.AssessAll(files).ToList();

        Assert.Equal(files.Select(f => f.Facts.Place.Code), all.Select(p => p.Place!.Code));
        Assert.Equal(
            files.SelectMany(f => f.Facts.Years.SelectMany(y => Assess(f, y.Year, Evidence.Declared).Indicators.Select(i => i.Verdict))),
            all.SelectMany(p => p.Years.SelectMany(y => y.Indicators.Select(i => i.Verdict))));
    }

    // A table says of a task's figure what was reached, or nothing; a quota or a kind of absence is no figure to it either way.
    private static void ForgetWordsOfTasks(JsonObject facts)
    {
        var figures = facts["years"]!.AsArray().SelectMany(y => y!["indicators"]!.AsArray())
            .SelectMany(i => i!["task"]?["figures"]?.AsArray() ?? []);
        foreach (var figure in figures.Where(
            f => f!["actual"] is JsonObject actual && (actual.ContainsKey("done") || actual.ContainsKey("absent"))))
        {
            figure!.AsObject().Remove("actual");
        }
    }

    private static void Postpone(JsonObject facts, int years)
    {
        foreach (var year in facts["years"]!.AsArray())
        {
            year!["year"] = (int)year["year"]! + years;
        }
    }

    private static IEnumerable<string> Lines(JsonObject facts, Evidence evidence) =>
        from assessment in Assessments(facts, evidence)
        from verdict in assessment.Indicators
        let status = Camel(verdict.Status)
        select $"{assessment.Place.Code},{assessment.Year},{assessment.Scheme.Key},{verdict.Indicator.Number},"
            + $"{verdict.Indicator.Id},{status},{$"{verdict.Basis}".ToLowerInvariant()},,{Due(verdict)}";

    private static string Due(IndicatorVerdict verdict) =>
        string.Join(' ', verdict.DueStages.Select(s => $"{s.Stage.Stage.Id}={Camel(s.Status)}"));

    private static string Camel(Status status) => char.ToLowerInvariant($"{status}"[0]) + $"{status}"[1..];

    private static IEnumerable<Assessment> Assessments(JsonObject facts, Evidence evidence)
    {
        var file = Read(facts);
        return file.Facts.Years.Select(year => Assess(file, year.Year, evidence));
    }

    private static Assessment Assess(FactsFile file, int year, Evidence evidence) =>
        Written.Assess(file, new AssessOptions { Year = year, Evidence = evidence });

    private static FactsFile Read(JsonObject facts) =>
        FactsReader.Read(StrictJson.Read(Encoding.UTF8.GetBytes(facts.ToJsonString()), "random.json").OrThrow()).OrThrow();
}
