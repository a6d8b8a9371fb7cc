using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Assessing;

/// <summary>What rows taken over come to: tests/corpus/good/composed and its neighbours, judged.</summary>
public sealed class ComposedTests
{
    [Theory]
    [InlineData(31, Status.Met)]
    [InlineData(30, Status.Met)]
    [InlineData(29.99, Status.NotMet)]
    [InlineData(19, Status.NotMet)]
    public void Assess_TightenedRow_AsksTheUpperSchemesAndItself(double value, Status status) =>
        Assert.Equal(status, Assess("composed", Year(2022, ("forest", Number((decimal)value)))).Find("forest")!.Status);

    [Theory]
    [InlineData(85, 84, Status.Met)]
    [InlineData(85, 86, Status.NotMet)]
    [InlineData(79, 70, Status.NotMet)]
    public void Assess_RowUnderAnotherId_ReadsItsFactsOfEveryYear(int now, int before, Status status)
    {
        var verdict = Assess(
            "composed", Year(2021, ("river-water", Number(before))), Year(2022, ("river-water", Number(now)))).Find("river-water")!;
        Assert.Equal(status, verdict.Status);
        Assert.All(verdict.Reasons(Language.En), r => Assert.StartsWith("[nation]", r, StringComparison.Ordinal));
    }

    [Fact]
    public void Assess_RowUnderAnotherId_TurnsAsAWhole()
    {
        // Both clauses of the upper rule judge one figure: the flip must feel both.
        var reason = Assess("composed", Year(2021, ("river-water", Number(78))), Year(2022, ("river-water", Number(79))))
            .Find("river-water")!.Verdict.Reason!;
        Assert.Equal((1m, Status.Met), (Flip.Of(reason)!.Change, Flip.Of(reason)!.To));
    }

    [Fact]
    public void Assess_FactsUnderTheUpperId_AreToldNotToBeRead()
    {
        using var host = Host("composed");
        var assessed = host.Assess(Facts(Year(2022, ("water", Number(85)))), new AssessOptions { Scheme = "main" });
        Assert.Equal("IR3050", Assert.Single(assessed.Diagnostics).Id);
        Assert.Equal(Status.Undetermined, assessed.OrThrow().Find("river-water")!.Status);
    }

    [Theory]
    [InlineData(80, 75, 80, Status.Met)]
    [InlineData(80, 75, 79, Status.NotMet)]
    [InlineData(74, 75, 80, Status.NotMet)]
    public void Assess_AddedItem_CountsBesideTheUpperOnes(int straw, int film, int manure, Status status)
    {
        var row = new IndicatorFacts
        {
            Id = "waste",
            Items = [new("Straw", Number(straw)), new("Film", Number(film)), new("Manure", Number(manure))],
        };
        Assert.Equal(status, Assess("composed", new YearFacts(2022, [row])).Find("waste")!.Status);
    }

    [Theory]
    [InlineData(10, Status.Met)]
    [InlineData(9, Status.NotMet)]
    public void Assess_ReplacedRow_IsJudgedByItselfAlone(int value, Status status) =>
        Assert.Equal(status, Assess("left-out-and-replaced", Year(2022, ("forest", Number(value)))).Find("forest")!.Status);

    [Theory]
    [InlineData("behind", Status.NotMet)]
    [InlineData("before", Status.NotMet)]
    [InlineData("local", Status.NotMet)]
    [InlineData("branch", Status.NotMet)]
    [InlineData("body", Status.NotMet)]
    [InlineData("either", Status.Met)]
    [InlineData("own", Status.NotMet)]
    [InlineData("own-either", Status.Met)]
    [InlineData("own-branch", Status.NotMet)]
    [InlineData("own-items", Status.NotMet)]
    [InlineData("own-word", Status.NotMet)]
    [InlineData("own-large", Status.NotMet)]
    [InlineData("own-function", Status.NotMet)]
    public void Assess_RuleFails_WhatIsSaidBesideItDecides(string id, Status status)
    {
        var row = new IndicatorFacts { Id = id, Own = Number(10), Items = id == "own-items" ? [new("A", Number(10))] : [] };
        using var host = Host("rule-fails");
        foreach (var withReasons in new[] { true, false })
        {
            var assessed = host.Assess(
                Facts(new YearFacts(2023, [row])), new AssessOptions { Scheme = "main", WithReasons = withReasons }).OrThrow();
            Assert.Equal(status, assessed.Find(id)!.Status);
            Assert.True(!withReasons || id == "own-branch"
                || assessed.Find(id)!.Reasons(Language.En).Any(r => r.Contains("failed", StringComparison.Ordinal)));
        }

        using var run = host.OpenRun("main").OrThrow();
        var statuses = new Statuses[run.Scheme.Indicators.Length];
        run.Judge(Facts(new YearFacts(2023, [row])), 2023, statuses);
        Assert.Equal(status, statuses[run.Scheme.Indicators.IndexOf(run.Scheme.Find(id)!)].Proven);
    }

    [Fact]
    public void Assess_RestTakenOver_HasAllButWhatIsLeftOut()
    {
        var assessment = Assess("rest-taken-over", Year(2022, ("forest", Number(25))));
        Assert.Equal(["forest", "water", "waste"], assessment.Indicators.Select(i => i.Indicator.Id));
        Assert.Equal("县级不另编规划", Assert.Single(assessment.Scheme.LeftOut).Because.Zh);
    }

    [Theory]
    [InlineData(24.9, Status.NotMet)]
    [InlineData(25, Status.Met)]
    public void Assess_StageTakenOver_IsTheUpperSchemes(double value, Status status)
    {
        var stage = Assert.Single(Assess("three-levels", Year(2025, ("forest", Number((decimal)value)))).Find("forest")!.Stages);
        Assert.Equal(("near-term", 2025, status), (stage.Stage.Stage.Id, stage.Stage.Stage.Year, stage.Status));
    }

    private static Fact Number(decimal value) => new() { Value = Reading.Number(value) };

    private static YearFacts Year(int year, params (string Id, Fact Fact)[] rows) =>
        new(year, rows.Select(r => new IndicatorFacts { Id = r.Id, Own = r.Fact }));

    private static PlaceFacts Facts(params YearFacts[] years) => new(new Place { Code = "x", Name = "示例县" }, years);

    private static SchemeHost Host(string corpus) => Hosts.Over(Repo.In("tests", "corpus", "good", corpus));

    private static Assessment Assess(string corpus, params YearFacts[] years)
    {
        using var host = Host(corpus);
        return host.Assess(Facts(years), new AssessOptions { Scheme = "main" }).OrThrow();
    }
}
