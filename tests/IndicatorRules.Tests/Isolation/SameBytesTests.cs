using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Isolation;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Tables;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Isolation;

/// <summary>A host that isolates scripts reports the same bytes as one that runs them itself, and loads no image of theirs.</summary>
[Collection(IsolatedCollection.Collection)]
[Trait("Category", "Slow")]
public sealed class SameBytesTests : IDisposable
{
    private static readonly string Concluding = Repo.In("tests", "corpus", "good", "conclusion");

    private readonly SchemeHost _within = Isolated.Host(null);
    private readonly SchemeHost _isolated;
    private readonly IsolatedHost _process;

    public SameBytesTests() => (_isolated, _process) = Isolated.Seen();

    [Theory]
    [InlineData("jingle-2022", "jingle-county")]
    [InlineData("jingle-2022", "national-revised")]
    [InlineData("jingle-2022", "shanxi-trial")]
    [InlineData("jingle-2025-whatif", "jingle-county")]
    public void Assess_Sample_GivesTheSameBytes(string sample, string scheme)
    {
        var facts = Sample(sample);
        foreach (var year in facts.Facts.Years.Select(y => (int?)y.Year))
        {
            var options = new AssessOptions { Scheme = scheme, Year = year };
            AssertSame(facts, options);
            Assert.Equal(Isolated.Review(_within, facts, options), Isolated.Review(_isolated, facts, options));
        }

        Assert.NotNull(_process.ProcessId);
    }

    [Fact]
    public void Assess_MeasuredAlone_GivesTheSameBytes() =>
        AssertSame(Jingle.Facts2022, new AssessOptions { Evidence = Evidence.Measured });

    [Fact]
    public void Assess_WithoutReasons_GivesTheSameStatusesAndNoReasons()
    {
        var options = new AssessOptions { WithReasons = false };
        var within = _within.Assess(Jingle.Facts2022, options).OrThrow();
        var isolated = _isolated.Assess(Jingle.Facts2022, options).OrThrow();
        Assert.Equal(within.Indicators.Select(i => i.Verdict), isolated.Indicators.Select(i => i.Verdict));
        Assert.All(isolated.Indicators, i => Assert.Empty(i.Reasons(Language.Zh)));
    }

    [Fact]
    public void Assess_RandomFacts_GiveTheSameBytes()
    {
        var scheme = _within.Catalog.Resolve("jingle-county").OrThrow();
        Prop.ForAll(RandomFacts.For(scheme).ToArbitrary(), text =>
        {
            var facts = FactsReader.Read(StrictJson.Read(Encoding.UTF8.GetBytes(text), "random.json").OrThrow()).OrThrow();
            AssertSame(facts);
            Assert.Equal(Isolated.Review(_within, facts), Isolated.Review(_isolated, facts));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(40));
    }

    [Theory]
    [InlineData("return Conclude().Award(Grade.Excellent, when: Points >= 100).Veto(Indicators.ForestCover.IsNotMet, \"林草\");")]
    [InlineData("return Conclude(Points / (Met - Met)).Award(Grade.Good, when: Points >= 50).Cap(Grade.Qualified, when: Met < 4);")]
    [InlineData("return Conclude(Points / 3);")]
    [InlineData("return Year switch { 2023 => Conclude() };")]
    public void Assess_ConclusionAndChecks_GiveTheSameBytes(string conclusion)
    {
        using var folder = new TempFolder();
        folder.CopyFrom(Concluding);
        folder.Write("rules/conclusion.csx", conclusion);
        using var within = Isolated.Host(null, folder.Path);
        using var isolated = Isolated.Host(new IsolationOptions(), folder.Path);
        foreach (var cover in (string[])["30", "19", "\"-\"", "\"19-30\"", "\"约30\""])
        {
            var facts = Facts(cover);
            Assert.Equal(Isolated.Report(within, facts), Isolated.Report(isolated, facts));
            Assert.Equal(Isolated.Review(within, facts), Isolated.Review(isolated, facts));
            var (expected, actual) = (within.Assess(facts).OrThrow().Conclusion!, isolated.Assess(facts).OrThrow().Conclusion!);
            Assert.Equal((expected.Grade, expected.LeastGrade, expected.MostGrade), (actual.Grade, actual.LeastGrade, actual.MostGrade));
            Assert.Equal((expected.Points?.Low, expected.Points?.High), (actual.Points?.Low, actual.Points?.High));
            Assert.Equal($"{expected.Points}", $"{actual.Points}");
            Assert.Equal((expected.IsUndetermined, expected.Fault), (actual.IsUndetermined, actual.Fault));
            Assert.Equal<string>(expected.DecidedBy, actual.DecidedBy);
        }
    }

    [Fact]
    public void Check_RuleThatAsksForOtherThanIsPrinted_GivesTheSameWarnings()
    {
        using var plugins = TempFolder.WithPlugins();
        plugins.Edit("national-revised/scheme.json", "\"AtLeast(20)\"", "\"AtLeast(21)\"");
        using var within = Isolated.Host(null, plugins.Path);
        using var isolated = Isolated.Host(new IsolationOptions(), plugins.Path);
        foreach (var scheme in within.Catalog.Available.Select(s => s.Id).Distinct())
        {
            Assert.Equal(Formatted(within.ValidateScheme(scheme)), Formatted(isolated.ValidateScheme(scheme)));
        }

        Assert.Contains("IR2021", Formatted(isolated.ValidateScheme("national-revised")), StringComparison.Ordinal);

        static string Formatted(Result<SchemeReview> review) =>
            string.Join('\n', review.Diagnostics.SelectMany(d => new[] { d.Format(Language.Zh), d.Format(Language.En) }));
    }

    [Theory]
    [InlineData(BatchFormat.Csv, false, Language.Zh)]
    [InlineData(BatchFormat.Json, true, Language.Zh)]
    [InlineData(BatchFormat.Csv, true, Language.En)]
    public void Batch_OfATable_GivesTheSameBytes(BatchFormat format, bool withReasons, Language language)
    {
        var request = new BatchRequest { Input = Repo.In("samples", "many-places", "invented.csv"), Format = format, Language = language };
        var options = new BatchOptions { Scheme = "jingle-county", WithReasons = withReasons };
        Assert.Equal(Batch(_within, request, options), Batch(_isolated, request, options));
    }

    public void Dispose()
    {
        _isolated.Dispose();
        _within.Dispose();
    }

    private void AssertSame(FactsFile facts, AssessOptions? options = null) =>
        Assert.Equal(Isolated.Report(_within, facts, options), Isolated.Report(_isolated, facts, options));

    private static FactsFile Sample(string name) => FactsReader.ReadFile(Repo.Sample(name)).OrThrow();

    private static string Batch(SchemeHost host, BatchRequest request, BatchOptions options)
    {
        using var to = new StringWriter();
        var summary = new BatchRun(host, request, options).Run(to, d => to.WriteLine(d.Format(request.Language))).OrThrow();
        return $"{to}{summary.Counts}";
    }

    private static FactsFile Facts(string cover) => TinyFacts.Read($$"""
        { "$schema": "facts.schema.json", "scheme": "main", "place": { "code": "tiny", "name": "小县" }, "years": [{ "year": 2022,
          "background": [{ "id": "Total", "value": 10 }, { "id": "PartOne", "value": 11 },
                         { "id": "PartTwo", "value": 1 }, { "id": "Weight", "value": 1 }],
          "indicators": [{ "id": "forest-cover", "value": {{cover}} }, { "id": "air-days", "value": "80-90" },
                         { "id": "sewage", "value": "90" }, { "id": "waste", "value": "90" }] }] }
        """).OrThrow();
}
