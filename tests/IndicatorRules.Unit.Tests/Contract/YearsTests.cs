using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Contract.Tests;

/// <summary>Words that look at several years, and figures worked out from others.</summary>
public sealed class YearsTests
{
    private static readonly Situation Three = Situation.Of(30).Before(Reading.Number(20)).Before(Reading.Number(10), 2020);

    [Theory]
    [InlineData(20, Status.Met)]
    [InlineData(20.01, Status.NotMet)]
    public void AverageOver_EveryYearThere_IsTheMean(double threshold, Status status) =>
        Assert.Equal(status, Three.Judge(r => r.AverageOver(3).AtLeast((decimal)threshold)).Proven);

    [Fact]
    public void AverageOver_YearMissing_IsUndeterminedAndNamesIt()
    {
        var verdict = Three.Judge(r => r.AverageOver(4).AtLeast(0), withReasons: true);
        Assert.Equal(Status.Undetermined, verdict.Proven);
        Assert.Contains("2019", Assert.IsAssignableFrom<FigureReason>(verdict.Reason).Figure.Name.En, StringComparison.Ordinal);
    }

    [Fact]
    public void AverageOver_TwoOfThemHeld_AreTwoFigures() => Assert.Equal(Status.Met, Three.Judge(r =>
    {
        var (three, two) = (r.AverageOver(3), r.AverageOver(2));
        return three.AtMost(20) & two.AtLeast(25);
    }).Proven);

    [Fact]
    public void SumOver_Ranges_AddTheirEnds()
    {
        var situation = Situation.Of(Reading.Range(10, 20)).Before(Reading.Range(1, 2));
        Assert.Equal(Status.Met, situation.Judge(r => r.SumOver(2).Between(11, 22)).Proven);
        Assert.Equal(Status.Undetermined, situation.Judge(r => r.SumOver(2).AtLeast(12)).Proven);
    }

    [Fact]
    public void SumAfter_BaseYear_LeavesItOut()
    {
        var verdict = (Three with { BaseYear = 2020 }).Judge(r => r.SumAfter(RuleContext.SinceBaseYear).Between(50, 50));
        Assert.Equal(Status.Met, verdict.Proven);
        Assert.Equal(Status.Undetermined, Three.Judge(r => r.SumAfter(RuleContext.SinceBaseYear).AtLeast(0)).Proven);
    }

    [Theory]
    [InlineData(2, Status.Met)]
    [InlineData(3, Status.Undetermined)]
    public void ImprovingEachYear_YearMissing_IsUndetermined(int years, Status status) =>
        Assert.Equal(status, Three.Judge(r => r.ImprovingEachYear(years)).Proven);

    [Fact]
    public void ImprovingEachYear_OneYearFlat_IsNotMetAndStable()
    {
        var flat = Situation.Of(30).Before(Reading.Number(30)).Before(Reading.Number(10), 2020);
        Assert.Equal(Status.NotMet, flat.Judge(r => r.ImprovingEachYear(2)).Proven);
        Assert.Equal(Status.NotMet, flat.Judge(r => r.ImprovingEachYear(9)).Proven);
        Assert.Equal(Status.Met, flat.Judge(r => r.StableOrImprovingEachYear(2)).Proven);
    }

    [Theory]
    [InlineData(97, -3, Status.Met)]
    [InlineData(97.01, -3, Status.NotMet)]
    public void ChangePercent_TwoFigures_IsRelative(double now, int most, Status status) =>
        Assert.Equal(status, Situation.Of((decimal)now).Before(Reading.Number(100)).Judge(r => r.ChangePercent().AtMost(most)).Proven);

    [Fact]
    public void ChangePercent_PrintedChange_CountsWhereItIsSinceThatYear()
    {
        var printed = new Situation().With(2022, new Fact { Value = Reading.Number(7), Change = new RecordedChange(-5, 2021) });
        Assert.Equal(Status.Met, printed.Judge(r => r.ChangePercent().AtMost(-3)).Proven);
        Assert.Equal(Status.Undetermined, printed.Judge(r => r.ChangePercent(RuleContext.YearsBack(2)).AtMost(-3)).Proven);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void ChangePercent_FromNothing_IsUndetermined(int before) =>
        Assert.Equal(Status.Undetermined, Situation.Of(1).Before(Reading.Number(before)).Judge(r => r.ChangePercent().AtLeast(0)).Proven);

    [Fact]
    public void Derived_OwnFigureAbsent_KeepsItsKind() => Assert.Equal(
        Status.NotApplicable, Situation.Of(Reading.Absent(AbsenceKind.NotAssessed, "不考核"))
            .Judge(r => r.AverageOver(2).AtLeast(1)).Proven);

    [Theory]
    [InlineData(0)]
    [InlineData(51)]
    public void Years_OutOfBounds_FailTheRuleAlone(int years) =>
        Assert.Equal(Status.Undetermined, Three.Judge(r => r.AverageOver(years).AtLeast(0)).Proven);

    [Fact]
    public void Years_Outlook_ForetellNothing() =>
        Assert.Equal(Status.Undetermined, (Three with { Year = 2025 })
            .Judge(r => r.AverageOver(2).AtLeast(0) & r.ImprovingEachYear(1)).Proven);
}
