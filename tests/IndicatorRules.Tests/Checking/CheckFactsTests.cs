using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Checking;

/// <summary>The contradictions of Jingle's own figures, and none where they are put right.</summary>
public sealed class CheckFactsTests
{
    private static readonly FactsReview Found = Hosts.Shared.FindContradictions(Jingle.Facts2022).OrThrow();

    [Theory]
    [InlineData("gdp-shares", "102.7")]
    [InlineData("water-parts", "13135.8", "13591.3")]
    [InlineData("water-per-head", "841", "1139.4737")]
    [InlineData("capacity", "658", "644.5")]
    public void CheckFacts_Jingle_NamesBothFigures(string check, params string[] figures)
    {
        var contradiction = Assert.Single(Found.Contradictions, f => f.Check.Id == check);
        Assert.All(figures, figure => Assert.Contains(figure, contradiction.Message.Zh, StringComparison.Ordinal));
        Assert.All(figures, figure => Assert.Contains(figure, contradiction.Message.En, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("other-unit|level-for-change", 7, 8, 19, 20, 21, 25, 32)]
    [InlineData("repeats-target", 12)]
    [InlineData("trend-unproven", 7, 8, 12, 18, 25)]
    [InlineData("met-without-task", 9, 19)]
    [InlineData("stage-asks-less", 7, 22)]
    [InlineData("binds-twice", 31)]
    public void CheckFacts_Jingle_FindsTheRows(string checks, params int[] rows) => Assert.Equal(
        rows,
        Found.Contradictions.Where(f => checks.Split('|').Contains(f.Check.Id))
            .Select(f => f.Indicator!.WholeNumber!.Value).Distinct().Order());

    [Fact]
    public void CheckFacts_EveryFinding_NamesBothPlacesWithTheirSource()
    {
        Assert.All(Found.Contradictions, f => Assert.InRange(f.Sides.Length, 2, 5));
        Assert.All(Found.Contradictions.SelectMany(f => f.Sides), p =>
        {
            Assert.Contains("静乐县国家生态文明建设示范区规划", p.Source, StringComparison.Ordinal);
            Assert.InRange(p.Location.Line, 2, 1000);
            Assert.NotEqual("", p.Said.Zh);
            Assert.True(File.Exists(p.Location.File), p.Location.File);
        });
    }

    [Fact]
    public void CheckFacts_OtherChecks_FindNothing() => Assert.DoesNotContain(
        Found.Contradictions, f => f.Check.Id is "gdp-parts" or "capacity-parts" or "red-line-share");

    [Fact]
    public void CheckFacts_Sentences_AreInBothLanguages() => Assert.All(Found.Contradictions, f =>
    {
        Assert.NotEqual(f.Message.Zh, f.Message.En);
        Assert.Equal(("IR5302", Severity.Warning, f.Sides[0].Location),
            (f.ToDiagnostic().Id, f.ToDiagnostic().Severity, f.ToDiagnostic().Location));
        Assert.Contains(f.Sides[1].Source, f.ToDiagnostic().Format(Language.En), StringComparison.Ordinal);
    });

    [Fact]
    public void CheckFacts_SaysNothingThatAssessSays() => Assert.Empty(Hosts.Shared.FindContradictions(Jingle.Facts2022).Diagnostics);

    [Fact]
    public void CheckFacts_CleanedCopy_FindsNothing() =>
        Assert.Empty(Listed(Hosts.Shared.FindContradictions(CleanedJingle.Read()).OrThrow()));

    [Fact]
    public void CheckFacts_FewFigures_FindsNothing() =>
        Assert.Empty(Listed(Hosts.Shared.FindContradictions(TinyFacts.Read(TinyFacts.Text).OrThrow()).OrThrow()));

    private static IEnumerable<string> Listed(FactsReview review) => review.Contradictions.Select(f => $"{f.Check.Id}: {f.Message.En}");
}
