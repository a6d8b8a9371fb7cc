using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Assessing;

/// <summary>What Jingle's own figures of 2022 must give.</summary>
public sealed class Jingle2022Tests
{
    private static readonly int[] Declared = [7, 8, 12, 18, 25];

    [Fact]
    public void Assess_Jingle2022_GivesTheKnownVerdicts()
    {
        var assessment = Jingle.Assess2022();

        Assert.Equal(Enumerable.Range(1, 38), assessment.Indicators.Select(v => v.Indicator.WholeNumber!.Value));
        Assert.Equal([1], assessment.Rows(v => v.Status == Status.NotMet));
        Assert.Equal([9, 15, 19], assessment.Rows(v => v.Status == Status.NotApplicable));
        Assert.Equal(Declared, assessment.Rows(v => v.Status == Status.Met && v.Basis == Basis.Declared));
        Assert.Equal(29, assessment.Rows(v => v.Status == Status.Met && v.Basis == Basis.Measured).Length);
        Assert.Equal(Basis.Measured, assessment.Row(1).Basis);
    }

    [Fact]
    public void Summary_Jingle2022_CountsAsThePlanDoes()
    {
        var summary = Jingle.Assess2022().Summary;

        Assert.Equal(new Counts(34, 1, 3, 0, 5) { DeclaredMet = 5 }, summary.All);
        Assert.Equal((37, 1), (summary.ReportedMet, summary.ReportedNotMet));
        Assert.Equal((23, 15), (summary.Binding.Total, summary.Reference.Total));
        Assert.Equal(38, summary.ByDomain.Sum(d => d.Counts.Total));
    }

    [Theory]
    [InlineData(3, "8")]
    [InlineData(11, "12.31")]
    [InlineData(12, null)]
    [InlineData(22, "1.37")]
    [InlineData(28, "9.7")]
    [InlineData(29, "2.91")]
    [InlineData(38, "14.50")]
    public void Margin_OfRow_IsExact(int row, string? margin) =>
        Assert.Equal(
            margin is null ? null : decimal.Parse(margin, System.Globalization.CultureInfo.InvariantCulture),
            Jingle.Assess2022().Row(row).Margin);

    [Fact]
    public void Rule_OfForestCover_WeighsExactly()
    {
        var reasons = Leaves(Jingle.Assess2022().Row(11).Verdict.Reason!).ToList();

        Assert.All(reasons, f => Assert.Equal(46.72m, Assert.IsType<BoundReason>(f).Bound));
        Assert.All(reasons, f => Assert.Equal(12.31m, f.Margin));
    }

    [Theory]
    [InlineData(10, "0", "2")]
    [InlineData(29, "2.91", "7.91")]
    public void Margin_OfEachLevel_IsItsOwn(int row, string nation, string province)
    {
        var parts = Jingle.Assess2022().Row(row).Verdict.Reason!.Parts;

        Assert.Equal(["national-revised", "shanxi-trial"], parts.Cast<UpperReason>().Select(p => p.SchemeId));
        Assert.Equal([nation, province], parts.Select(p => Wording.Signed(p.Margin!.Value).TrimStart('+')));
    }

    [Fact]
    public void Margin_OfRowUnderTheProvinceAlone_IsThatLevels()
    {
        var province = Jingle.Assess2022(new AssessOptions { Scheme = "shanxi-trial" });

        Assert.Equal(7.91m, province.Row(29).Margin);
        Assert.Equal(2m, province.Row(10).Margin);
    }

    [Fact]
    public void Assess_MeasuredEvidence_LeavesDeclarationsOutAndSaysWhatWouldDecide()
    {
        var assessment = Jingle.Assess2022(new AssessOptions { Evidence = Evidence.Measured });

        Assert.Equal(Declared, assessment.Rows(v => v.Status == Status.Undetermined));
        Assert.Empty(assessment.Rows(v => v.Basis == Basis.Declared));
        Assert.Equal(29, assessment.Rows(v => v.Status == Status.Met).Length);
        Assert.All(Declared, row => Assert.Contains(
            assessment.Row(row).Reasons(Language.Zh), reason => reason.Contains("有此数值才能判定", StringComparison.Ordinal)));
    }

    [Fact]
    public void Assess_WithoutReasons_GivesTheSameStatuses()
    {
        var (with, without) = (Jingle.Assess2022(), Jingle.Assess2022(new AssessOptions { WithReasons = false }));

        Assert.Equal(with.Indicators.Select(v => v.Verdict), without.Indicators.Select(v => v.Verdict));
        Assert.Equal(
            with.Indicators.SelectMany(v => v.Stages).Select(s => (s.Verdict, s.Status)),
            without.Indicators.SelectMany(v => v.Stages).Select(s => (s.Verdict, s.Status)));
        Assert.All(without.Indicators, v => Assert.Empty(v.Reasons(Language.Zh)));
    }

    [Fact]
    public void Reasons_OfEveryRow_AreThereInBothLanguages()
    {
        foreach (var verdict in Jingle.Assess2022().Indicators)
        {
            Assert.NotEmpty(verdict.Reasons(Language.Zh));
            Assert.NotEmpty(verdict.Reasons(Language.En));
            Assert.All(verdict.Reasons(Language.Zh).Concat(verdict.Reasons(Language.En)), r => Assert.False(string.IsNullOrWhiteSpace(r)));
        }
    }

    private static IEnumerable<Reason> Leaves(Reason reason) =>
        reason.Parts.IsEmpty ? [reason] : reason.Parts.SelectMany(Leaves);
}
