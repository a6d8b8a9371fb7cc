using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Assessing;

/// <summary>Dated targets: judged when their year has facts, an outlook until then.</summary>
public sealed class StageTests
{
    private static readonly Assessment WhatIf = Hosts.Shared.Assess(Jingle.WhatIf, new AssessOptions { Year = 2025 }).OrThrow();

    [Fact]
    public void Assess_StageYearHasFacts_JudgesTheStage()
    {
        var nearTerm = Stages("near-term").ToList();

        Assert.Equal(38, nearTerm.Count);
        Assert.All(nearTerm, s => Assert.True(s.Due));
        Assert.All(nearTerm, s => Assert.Equal(2025, s.FactsYear));
        Assert.Contains(nearTerm, s => s.Status == Status.Met);
        Assert.All(nearTerm, s => Assert.NotEmpty(s.Reasons(Language.Zh)));
    }

    [Fact]
    public void Assess_StageNotDue_SaysWhatIsNeeded()
    {
        var longTerm = Stages("long-term").ToList();

        Assert.All(longTerm, s => Assert.False(s.Due));
        Assert.All(longTerm, s => Assert.Equal(Status.Undetermined, s.Status));
        Assert.All(longTerm, s => Assert.Null(s.Basis));
        Assert.All(longTerm, s => Assert.Contains(
            s.Reasons(Language.Zh), r => r.Contains('须', StringComparison.Ordinal) || r.Contains('应', StringComparison.Ordinal)));
        Assert.All(longTerm, s => Assert.Contains(s.Reasons(Language.En), r =>
            r.Contains("need", StringComparison.Ordinal) || r.Contains("to be completed", StringComparison.Ordinal)));
    }

    [Fact]
    public void YearlyChange_FigureBelowAFutureTarget_IsTheDistanceByTheYears()
    {
        var facts = TinyFacts.Read(TinyFacts.With(
            "{ \"id\": \"eco-plan\", \"value\": \"制定实施\" }", "{ \"id\": \"hazardous-waste\", \"value\": 92.5 }")).OrThrow();

        var stages = Hosts.Shared.Assess(facts).OrThrow().Find("hazardous-waste")!.Stages;

        Assert.Equal([2.5m, 0.9375m], stages.Select(s => s.YearlyChange));
        Assert.All(stages, s => Assert.Equal(-7.5m, s.Margin));
    }

    [Fact]
    public void YearlyChange_TargetAlreadyReached_IsNone()
    {
        var facts = TinyFacts.Read(TinyFacts.With(
            "{ \"id\": \"eco-plan\", \"value\": \"制定实施\" }", "{ \"id\": \"hazardous-waste\", \"value\": 100 }")).OrThrow();

        Assert.All(Hosts.Shared.Assess(facts).OrThrow().Find("hazardous-waste")!.Stages, s => Assert.Null(s.YearlyChange));
    }

    [Fact]
    public void Assess_EarlierYearOfSeveral_JudgesThatYear()
    {
        var earlier = Hosts.Shared.Assess(Jingle.WhatIf, new AssessOptions { Year = 2022 }).OrThrow();

        Assert.Equal(
            Jingle.Assess2022().Indicators.Select(v => v.Verdict),
            earlier.Indicators.Select(v => v.Verdict));
    }

    [Fact]
    public void Assess_ByDefault_JudgesTheLatestYear() =>
        Assert.Equal(2025, Hosts.Shared.Assess(Jingle.WhatIf).OrThrow().Year);

    private static IEnumerable<StageVerdict> Stages(string id) =>
        WhatIf.Indicators.SelectMany(v => v.Stages).Where(s => s.Stage.Stage.Id == id);
}
