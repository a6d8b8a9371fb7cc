using System.Collections.Immutable;
using FsCheck.Xunit;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Contract.Tests.Support;

namespace IndicatorRules.Contract.Tests;

[Properties(Arbitrary = [typeof(Generators)], MaxTest = 3000)]
public class CourseTests
{
    [Property]
    public void Course_AnyCase_AgreesWithTheOracle(CourseCase c)
    {
        ArgumentNullException.ThrowIfNull(c);
        var expected = CourseOracle.Answer(c);
        var answered = c.Judge();
        Assert.True(answered == expected, $"{answered} is not {expected}: {Describe(c)}");
    }

    [Property]
    public void Course_OtherYearsChanged_AnswersTheSame(CourseCase c)
    {
        ArgumentNullException.ThrowIfNull(c);
        var reference = CourseOracle.ReferenceYear(c);
        var others = c.Earlier.ToImmutableDictionary(
            e => e.Key,
            e => (e.Value.OfYear ?? e.Key) == reference ? e.Value
                : new Fact { Value = Reading.Number(777), ReportedMet = true, OfYear = 1990 });
        Assert.Equal(c.Judge(), (c with { Earlier = others }).Judge());
    }

    [Fact]
    public void StableOrImproving_LowerIsBetter_FallIsMet()
    {
        var situation = new Situation { Own = Situation.Figure("x", Direction.Lower) }
            .With(Situation.Now, new Fact { Value = Reading.Number(4) }).Before(Reading.Number(5));
        Assert.Equal(Status.Met, situation.Judge(r => r.StableOrImproving()).Proven);
        Assert.Equal(Status.Met, situation.Judge(r => r.Improving()).Proven);
        Assert.Equal(Status.NotMet, situation.Judge(r => r.NotReduced()).Proven);
    }

    [Fact]
    public void StableOrImproving_WithinTolerance_IsMet()
    {
        var situation = Situation.Of(49.5m).Before(Reading.Number(50));
        Assert.Equal(Status.Met, situation.Judge(r => r.StableOrImproving(0.5m)).Proven);
        Assert.Equal(Status.NotMet, situation.Judge(r => r.StableOrImproving(0.4m)).Proven);
    }

    [Fact]
    public void StableOrImproving_PreviousYearMissing_NamesThatYearAndTakesNoOther()
    {
        var judged = Situation.Of(50).Before(Reading.Number(1), 2020).Judge(r => r.StableOrImproving(), withReasons: true);
        Assert.Equal(Status.Undetermined, judged.Proven);
        var reason = Assert.IsType<CourseReason>(judged.Reason);
        Assert.Equal(2021, reason.ReferenceYear);
        Assert.Null(reason.Reference);
    }

    [Fact]
    public void StableOrImproving_NoBaseYear_IsUndetermined() =>
        Assert.Equal(Status.Undetermined, Situation.Of(50).Before(Reading.Number(1))
            .Judge(r => r.StableOrImproving(since: Since.BaseYear)).Proven);

    [Fact]
    public void Improving_ReferenceOfAnotherYear_IsNotTakenForIt()
    {
        var late = new Fact { Value = Reading.Number(1), OfYear = 2019 };
        Assert.Equal(Status.Undetermined, Situation.Of(50).With(2021, late).Judge(r => r.Improving()).Proven);
    }

    [Fact]
    public void YearsBack_Zero_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => Since.YearsBack(0));

    [Fact]
    public void Default_OfSince_IsThePreviousYear()
    {
        Assert.Equal(2021, default(Since).From(2022, 2000));
        Assert.True(default(Since).IsPreviousYear);
        Assert.Equal(2000, Since.BaseYear.From(2022, 2000));
        Assert.Equal(2019, Since.YearsBack(3).From(2022, 2000));
    }

    private static string Describe(CourseCase c) =>
        $"{c.Word} {c.Amount} {c.Direction} back {c.Back} base {c.BaseYear}; now {Describe(c.Now)}; "
        + string.Join("; ", c.Earlier.OrderBy(e => e.Key).Select(e => $"{e.Key}: {Describe(e.Value)}"));

    private static string Describe(Fact f) =>
        $"{f.Value}({f.Value.Absence}) of {f.OfYear} reported {f.ReportedMet} trend {f.ClaimedTrend} change {f.Change}";
}
