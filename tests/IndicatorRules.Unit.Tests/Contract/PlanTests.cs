using FsCheck.Xunit;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Contract.Tests.Support;

namespace IndicatorRules.Contract.Tests;

/// <summary>Words that follow the course of a plan, beside exact fractions that share no code with them.</summary>
[Properties(Arbitrary = [typeof(Generators)], MaxTest = 1000)]
public sealed class PlanTests
{
    private const int Base = 2020;

    private static readonly Since SinceBase = RuleContext.SinceBaseYear;

    [Theory]
    [InlineData(11.12, Status.Met)]
    [InlineData(11.11, Status.NotMet)]
    public void OnTrack_TwoOfTenYears_AsksAFifthOfTheWay(double now, Status status)
    {
        var verdict = From(10.4m, (decimal)now).Judge(r => r.OnTrack(14, 2030), withReasons: true);
        Assert.Equal(status, verdict.Proven);
        Assert.Equal(11.12m, Assert.IsType<OnTrackReason>(verdict.Reason).Required);
        Assert.Equal((decimal)now - 11.12m, verdict.Reason!.Margin);
    }

    [Property]
    public bool OnTrack_AnyFigures_AgreesWithFractions(decimal start, decimal now, decimal to, byte years, bool higher)
    {
        var by = Situation.Now + 1 + (years % 40);
        var situation = From(start, now) with { Own = Situation.Figure("x", higher ? Direction.Higher : Direction.Lower) };
        var (b, v, t) = (Fraction.Of(start), Fraction.Of(now), Fraction.Of(to));
        var side = ((v - b) * Fraction.Of(by - Base)).Against((t - b) * Fraction.Of(Situation.Now - Base));
        var holds = higher ? side >= 0 : side <= 0;
        return situation.Judge(r => r.OnTrack(to, by)) == new Verdict(holds ? Status.Met : Status.NotMet);
    }

    [Theory]
    [InlineData(2022, 14, Status.Met)]
    [InlineData(2022, 13.99, Status.NotMet)]
    [InlineData(2021, 14, Status.Met)]
    public void OnTrack_DueOrPast_AsksTheTargetItselfAndNoBase(int by, double now, Status status) => Assert.Equal(
        status, (Situation.Of((decimal)now) with { BaseYear = Base }).Judge(r => r.OnTrack(14, by)).Proven);

    [Fact]
    public void OnTrack_NoBaseFigure_IsUndeterminedAndAClaimFillsIt()
    {
        var situation = Situation.Of(12) with { BaseYear = Base };
        Assert.Equal(new Verdict(Status.Undetermined), situation.Judge(r => r.OnTrack(14, 2030)));
        Assert.Equal(new Verdict(Status.Undetermined, Status.Met), situation.Claiming(true).Judge(r => r.OnTrack(14, 2030)));
        Assert.Equal(Status.Undetermined, Situation.Of(12).Before(Reading.Number(10)).Judge(r => r.OnTrack(14, 2030)).Proven);
    }

    [Theory]
    [InlineData(2022)]
    [InlineData(2024)]
    public void OnTrack_InOrBeforeTheBaseYear_IsUndetermined(int baseYear) => Assert.Equal(
        Status.Undetermined, (Situation.Of(12).Before(Reading.Number(9), 2024) with { BaseYear = baseYear })
            .Judge(r => r.OnTrack(14, 2030)).Proven);

    [Theory]
    [InlineData(10, 12, Status.Met)]
    [InlineData(10, 14, Status.Undetermined)]
    [InlineData(13, 14, Status.NotMet)]
    public void OnTrack_BaseIsARange_MustHoldFromEachOfIt(int low, int high, Status status) => Assert.Equal(
        status, From(Reading.Range(low, high), Reading.Number(12.4m)).Judge(r => r.OnTrack(14, 2030)).Proven);

    [Theory]
    [InlineData(5, 8, 5.6, Status.Met)]
    [InlineData(5, 8, 5.59, Status.NotMet)]
    [InlineData(8, 5, 7.4, Status.Met)]
    [InlineData(8, 5, 7.41, Status.NotMet)]
    [InlineData(5, 5, 5, Status.Undetermined)]
    public void OnTrack_NoDirection_GoesTheWayOfTheTarget(int start, int to, double now, Status status) => Assert.Equal(
        status, (From(start, (decimal)now) with { Own = Situation.Figure("x", Direction.None) }).Judge(r => r.OnTrack(to, 2030)).Proven);

    [Theory]
    [InlineData("2021: 11, 2023: 13", 12, Status.Met)]
    [InlineData("2021: 11, 2023: 13", 11.99, Status.NotMet)]
    [InlineData("2021：11，2022年：12.5；2030：14", 12.5, Status.Met)]
    [InlineData("2021：11，2022年：12.5；2030：14", 12.4, Status.NotMet)]
    [InlineData("2024: 14", 12, Status.Met)]
    [InlineData("2024: 14", 11.99, Status.NotMet)]
    public void OnTrack_Steps_AreHeldYearByYear(string steps, double now, Status status) =>
        Assert.Equal(status, From(10, (decimal)now).Judge(r => r.OnTrack(steps)).Proven);

    [Property]
    public bool OnTrack_AnySteps_AgreesWithFractions(decimal start, decimal now, decimal[] wanted, byte gaps, bool higher)
    {
        // Up to three steps, one to four years apart, the first after the base year.
        var (steps, year) = (new List<PlannedStep> { new(Base, start) }, Base);
        foreach (var (i, value) in wanted.Append(now).Take(3).Index())
        {
            steps.Add(new(year += 1 + ((gaps >> (2 * i)) % 4), value));
        }

        var situation = From(start, now) with { Own = Situation.Figure("x", higher ? Direction.Higher : Direction.Lower) };
        var text = string.Join(", ", steps.Skip(1).Select(s => $"{s}"));
        var verdict = situation.Judge(r => r.OnTrack(text));

        // (now - a) * (years between the steps) against (b - a) * (years since the first of them); after the last step, the last.
        var next = steps.FindIndex(s => s.Year >= Situation.Now);
        var (a, b) = next < 0 ? (steps[^1], steps[^1]) : (steps[next - 1], steps[next]);
        var side = next < 0 || b.Year == Situation.Now ? Fraction.Of(now).Against(Fraction.Of(b.Value))
            : ((Fraction.Of(now) - Fraction.Of(a.Value)) * Fraction.Of(b.Year - a.Year))
                .Against((Fraction.Of(b.Value) - Fraction.Of(a.Value)) * Fraction.Of(Situation.Now - a.Year));
        return verdict == new Verdict((higher ? side >= 0 : side <= 0) ? Status.Met : Status.NotMet);
    }

    [Theory]
    [InlineData(15, Status.Met)]
    [InlineData(14.99, Status.NotMet)]
    public void OnTrack_CumulativeSum_BeginsAtZero(double now, Status status)
    {
        var situation = (Situation.Of((decimal)now).Before(Reading.Number(5)).Before(Reading.Number(99), Base)) with { BaseYear = Base };
        var verdict = situation.Judge(r => r.SumAfter(SinceBase).OnTrack(50, 2025), withReasons: true);
        var reason = Assert.IsType<OnTrackReason>(verdict.Reason);
        Assert.Equal((status, (decimal?)20m), (verdict.Proven, reason.Required));
    }

    [Theory]
    [InlineData(97, Status.Met)]
    [InlineData(97.01, Status.NotMet)]
    public void OnTrack_ChangeSinceTheBaseYear_BeginsAtZero(double now, Status status)
    {
        var falling = From(100, (decimal)now) with { Own = Situation.Figure("x", Direction.Lower) };
        Assert.Equal(status, falling.Judge(r => r.ChangePercent(SinceBase).OnTrack(-15, 2030)).Proven);
        var earlier = falling with { BaseYear = 2019 };
        Assert.Equal(Status.Undetermined, earlier.Judge(r => r.ChangePercent(SinceBase).OnTrack(-15, 2030)).Proven);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2028: 12, 2026: 11")]
    [InlineData("2026: 11, 2026: 12")]
    [InlineData("2026: 11%")]
    [InlineData("2026: 1e999")]
    [InlineData("2026: 11,")]
    [InlineData("-2026: 11")]
    public void Steps_InAnyOtherForm_AreRefused(string steps) => Assert.Null(PlannedStep.Parse(steps));

    [Fact]
    public void OnTrack_Outlook_AsksTheTargetOfItsYear()
    {
        var situation = From(10.4m, 12) with { Year = 2030 };
        var reason = Assert.IsType<OnTrackReason>(situation.Judge(r => r.OnTrack(14, 2030), withReasons: true).Reason);
        Assert.Equal((14m, -2m), (reason.Required, reason.Margin));
    }

    [Theory]
    [InlineData(100, 115.7625, 3, 5, Status.Met)]
    [InlineData(100, 115.7624, 3, 5, Status.NotMet)]
    [InlineData(100, 121, 2, 10, Status.Met)]
    [InlineData(100, 50, 1, -50, Status.Met)]
    [InlineData(100, 0, 2, -100, Status.Met)]
    public void AverageGrowth_Levels_AreComparedByPowers(int start, double now, int years, int atLeast, Status status) => Assert.Equal(
        status, Situation.Of((decimal)now).Before(Reading.Number(start), Situation.Now - years)
            .Judge(r => r.AverageGrowth(RuleContext.YearsBack(years)).AtLeast(atLeast)).Proven);

    [Property]
    public bool AverageGrowth_AnyLevels_AgreesWithPowers(decimal start, decimal now, decimal percent, byte back)
    {
        var years = 1 + (back % 20);
        var (v0, vn) = (Math.Abs(start) + 0.01m, Math.Abs(now));
        var rate = Fraction.Of(percent) + Fraction.Of(100);
        var side = (Fraction.Of(vn) * Fraction.Of(100).Power(years)).Against(Fraction.Of(v0) * rate.Power(years));
        var holds = rate.Above.Sign < 0 || side >= 0;
        var situation = Situation.Of(vn).Before(Reading.Number(v0), Situation.Now - years);
        return situation.Judge(r => r.AverageGrowth(RuleContext.YearsBack(years)).AtLeast(percent)) == new Verdict(
            holds ? Status.Met : Status.NotMet);
    }

    // The rate at which equality holds is a number of few digits: one digit off decides.
    [Property]
    public bool AverageGrowth_AtTheRate_IsMetAndAHairAboveIsNot(ushort hundredths, byte back)
    {
        var years = 1 + (back % 6);
        var rate = hundredths % 2000 / 100m;
        var now = Enumerable.Repeat(1 + (rate / 100), years).Aggregate(1m, (a, b) => a * b);
        var situation = Situation.Of(now).Before(Reading.Number(1), Situation.Now - years);
        var hair = 0.0000000000000000000000001m;
        return situation.Judge(r => r.AverageGrowth(RuleContext.YearsBack(years)).AtLeast(rate)).Proven == Status.Met
            && situation.Judge(r => r.AverageGrowth(RuleContext.YearsBack(years)).AtLeast(rate + hair)).Proven == Status.NotMet
            && situation.Judge(r => r.AverageGrowth(RuleContext.YearsBack(years)).MoreThan(rate)).Proven == Status.NotMet
            && situation.Judge(r => r.AverageGrowth(RuleContext.YearsBack(years)).AtMost(rate)).Proven == Status.Met;
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(-3, 5)]
    [InlineData(3, -5)]
    public void AverageGrowth_FromOrToNothing_IsUndetermined(int start, int now) =>
        Assert.Equal(Status.Undetermined, From(start, now).Judge(r => r.AverageGrowth(SinceBase).AtLeast(-1000)).Proven);

    [Fact]
    public void AverageGrowth_Ranges_HoldForEachOfThem()
    {
        var situation = From(Reading.Range(100, 110), Reading.AtLeast(121));
        Assert.Equal(Status.Met, situation.Judge(r => r.AverageGrowth(SinceBase).AtLeast(4.88m)).Proven);
        Assert.Equal(Status.Undetermined, situation.Judge(r => r.AverageGrowth(SinceBase).AtLeast(5)).Proven);
        Assert.Equal(Status.NotMet, From(Reading.MoreThan(100), Reading.Range(0, 121))
            .Judge(r => r.AverageGrowth(SinceBase).AtLeast(10)).Proven);
        // What may be below 0 has no growth.
        Assert.Equal(Status.Undetermined, From(100, 121).With(Situation.Now, new Fact { Value = Reading.AtMost(121) })
            .Judge(r => r.AverageGrowth(SinceBase).AtLeast(10)).Proven);
    }

    [Fact]
    public void AverageGrowth_LargestFigures_DoNotOverflow()
    {
        var situation = Situation.Of(decimal.MaxValue).Before(Reading.Number(0.0000000000000000000000000001m), Situation.Now - 50);
        Assert.Equal(Status.Met, situation.Judge(r => r.AverageGrowth(RuleContext.YearsBack(50)).AtLeast(1000)).Proven);
        Assert.Equal(Status.NotMet, situation.Judge(r => r.AverageGrowth(RuleContext.YearsBack(50)).AtLeast(2000)).Proven);
    }

    // What is still needed each year, and a hair less, lie on both sides of what the average asks.
    [Property]
    public bool GrowthSoFar_Needed_LeadsToTheAverage(ushort first, ushort last, short hundredths, byte gone, byte left)
    {
        var (start, now, average) = (1m + first, 1m + last, Math.Max(-99, hundredths / 100m));
        var (years, rest) = (1 + (gone % 8), 1 + (left % 8));
        var growth = new GrowthSoFar(Exact.Of(now) / Exact.Of(start), 2020, 2020 + years);
        if (growth.Needed(average, 2020 + years + rest) is not { } pace)
        {
            return false;
        }

        int Side(decimal yearly)
        {
            var (rate, asked) = (Fraction.Of(yearly) + Fraction.Of(100), Fraction.Of(average) + Fraction.Of(100));
            return (Fraction.Of(now) * rate.Power(rest) * Fraction.Of(100).Power(years))
                .Against(Fraction.Of(start) * asked.Power(years + rest));
        }

        return pace.IsPoint ? Side(pace.Low) == 0 : Side(pace.Low) < 0 && Side(pace.High) > 0;
    }

    [Theory]
    [InlineData(2023, 5)]
    [InlineData(2022, 5)]
    [InlineData(2025, -101)]
    public void GrowthSoFar_NoYearsLeftOrNoSuchGrowth_IsNotNeeded(int by, int average) =>
        Assert.Null(new GrowthSoFar(Exact.Of(2), 2020, 2023).Needed(average, by));

    [Property]
    public bool ChainedGrowth_AnyRates_AgreesWithPowers(decimal[] rates, decimal percent)
    {
        var chain = rates.Take(8).Prepend(1m).Select(r => Math.Max(-100, r)).ToList();
        var situation = chain.Index().Aggregate(
            Situation.Of(0), (all, r) => all.With(Situation.Now - r.Index, new Fact { Value = Reading.Number(r.Item) }));
        var product = chain.Aggregate(Fraction.Of(1), (all, r) => all * (Fraction.Of(r) + Fraction.Of(100)));
        var rate = Fraction.Of(percent) + Fraction.Of(100);
        var holds = rate.Above.Sign < 0 || product.Against(rate.Power(chain.Count)) >= 0;
        return situation.Judge(r => r.ChainedGrowth(RuleContext.YearsBack(chain.Count)).AtLeast(percent)) == new Verdict(
            holds ? Status.Met : Status.NotMet);
    }

    [Fact]
    public void ChainedGrowth_YearMissing_IsUndeterminedAndNamesIt()
    {
        var verdict = From(5, 5).Judge(r => r.ChainedGrowth(SinceBase).AtLeast(0), withReasons: true);
        Assert.Equal(Status.Undetermined, verdict.Proven);
        Assert.Contains("缺 2021 年", Assert.IsType<BoundReason>(verdict.Reason).Figure.Name.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, 30, 2, 3, Status.Met, Status.NotMet)]
    [InlineData(19, 30, 2, 3, Status.NotMet, Status.NotMet)]
    [InlineData(2, 3, 2, 3, Status.Met, Status.NotMet)]
    [InlineData(1, 1, 1, 3, Status.Met, Status.Met)]
    public void Ratio_OfAnother_IsComparedInWholeNumbers(int part, int all, int of, int whole, Status atLeast, Status moreThan)
    {
        var situation = Against(part, all);
        Assert.Equal(atLeast, situation.Judge(r => r.AtLeast(RuleContext.Ratio(of, whole), r.ParentAverage)).Proven);
        Assert.Equal(moreThan, situation.Judge(r => r.MoreThan(RuleContext.Ratio(of, whole), r.ParentAverage)).Proven);
    }

    [Property]
    public bool Ratio_AnyFigures_AgreesWithFractions(decimal one, decimal other, byte part, byte whole)
    {
        var ratio = RuleContext.Ratio(1 + part, 1 + whole);
        var side = (Fraction.Of(one) * Fraction.Of(ratio.Whole)).Against(Fraction.Of(other) * Fraction.Of(ratio.Part));
        var situation = Against(one, other);
        return situation.Judge(r => r.AtLeast(ratio, r.ParentAverage)).Proven == (side >= 0 ? Status.Met : Status.NotMet)
            && situation.Judge(r => r.LessThan(ratio, r.ParentAverage)).Proven == (side < 0 ? Status.Met : Status.NotMet)
            && situation.Judge(r => r.AtMost(ratio, r.ParentAverage)).Proven == (side <= 0 ? Status.Met : Status.NotMet);
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(2, 0)]
    [InlineData(-1, 3)]
    public void Ratio_OfNothing_FailsTheWordAlone(int part, int whole) => Assert.Equal(
        Status.Undetermined, Against(2, 3).Judge(r => r.AtLeast(RuleContext.Ratio(part, whole), r.ParentAverage)).Proven);

    [Property]
    public bool EachYear_AnyYears_IsTheLowestAndTheHighest(decimal?[] figures, decimal threshold)
    {
        var all = figures.Take(4).Prepend(7m).ToList();
        var situation = all.Index().Where(f => f.Item is not null).Aggregate(
            Situation.Of(0), (to, f) => to.With(Situation.Now - f.Index, new Fact { Value = Reading.Number(f.Item!.Value) }));
        var expected = all.Exists(f => f < threshold) ? Status.NotMet : all.Exists(f => f is null) ? Status.Undetermined : Status.Met;
        var most = all.Exists(f => f > threshold) ? Status.NotMet : all.Exists(f => f is null) ? Status.Undetermined : Status.Met;
        return situation.Judge(r => r.EachYear(all.Count, y => y.AtLeast(threshold))).Proven == expected
            && situation.Judge(r => r.Lowest(all.Count).AtLeast(threshold)).Proven == expected
            && situation.Judge(r => r.EachYear(all.Count, y => y.AtMost(threshold))).Proven == most
            && situation.Judge(r => r.Highest(all.Count).AtMost(threshold)).Proven == most;
    }

    [Fact]
    public void EachYear_Claims_CountForYearsWithoutAFigure()
    {
        var situation = Situation.Of(1200).Claiming(true);
        Assert.Equal(new Verdict(Status.Undetermined, Status.Met), situation.Judge(r => r.EachYear(2, y => y.AtLeast(1000))));
        Assert.Equal(new Verdict(Status.NotMet), situation.Before(Reading.Number(9)).Judge(r => r.EachYear(2, y => y.AtLeast(1000))));
    }

    [Fact]
    public void EachYear_YearThatDoesNotApply_DoesNotCount()
    {
        var absent = Reading.Absent(AbsenceKind.NotAssessed, "不考核");
        Assert.Equal(Status.Met, Situation.Of(1200).Before(absent).Judge(r => r.EachYear(2, y => y.AtLeast(1000))).Proven);
        var without = Situation.Of(absent).Before(Reading.Number(1));
        Assert.Equal(Status.NotApplicable, without.Judge(r => r.EachYear(2, y => y.AtLeast(9))).Proven);
        Assert.Equal(Status.NotApplicable, without.Judge(r => r.Lowest(2).AtLeast(9)).Proven);
    }

    [Fact]
    public void EachYear_Course_IsEachYearsOwn()
    {
        var rising = Situation.Of(30).Before(Reading.Number(20)).Before(Reading.Number(10), 2020);
        foreach (var years in (int[])[1, 2, 3])
        {
            Assert.Equal(rising.Judge(r => r.ImprovingEachYear(years)), rising.Judge(r => r.EachYear(years, y => y.Improving())));
        }
    }

    [Fact]
    public void EachYear_YearsToCome_AreOpen()
    {
        var outlook = Situation.Of(1200) with { Year = 2025 };
        Assert.Equal(Status.Undetermined, outlook.Judge(r => r.EachYear(5, y => y.AtLeast(1000))).Proven);
        Assert.Equal(Status.NotMet, outlook.Judge(r => r.EachYear(5, y => y.AtLeast(1201))).Proven);
        Assert.Equal(Status.Undetermined, outlook.Judge(r => r.EachYear(3, y => y.AtLeast(1201))).Proven);
    }

    [Fact]
    public void EachYear_OneYearFails_HidesNoOther() => Assert.Equal(
        Status.NotMet, Situation.Of(30).Before(Reading.Number(20)).Judge(r =>
            r.EachYear(2, y => y > 25 ? throw new DivideByZeroException() : y.AtLeast(25))).Proven);

    [Property]
    public bool Arithmetic_AnyFigures_AgreesWithFractions(decimal one, decimal other, decimal threshold)
    {
        var situation = Against(one, other);
        var (a, b, t) = (Fraction.Of(one), Fraction.Of(other), Fraction.Of(threshold));
        return AtLeast(situation, r => r.Value - r.ParentAverage, threshold) == ((a - b).Against(t) >= 0)
            && AtLeast(situation, r => r.Value + r.ParentAverage, threshold) == ((a + b).Against(t) >= 0)
            && AtLeast(situation, r => (r.Value * 3) - 1, threshold) == (((a * Fraction.Of(3)) - Fraction.Of(1)).Against(t) >= 0)
            && AtLeast(situation, r => -2 * r.Value, threshold) == ((a * Fraction.Of(-2)).Against(t) >= 0)
            && AtLeast(situation, r => (r.Value / 7) + 1, threshold)
                == ((a + Fraction.Of(7)).Against(t * Fraction.Of(7)) >= 0)
            && (other == 0 || AtLeast(situation, r => r.Value / r.ParentAverage, threshold)
                == ((a - (t * b)) * Fraction.Of(Math.Sign(other))).Against(Fraction.Of(0)) >= 0);
    }

    [Fact]
    public void Arithmetic_Missing_IsUndeterminedAndNamesTheFigure()
    {
        var situation = Items(Reading.Number(8), Reading.Absent(AbsenceKind.NothingOfTheKind, "不涉及"), Status.NotApplicable);
        foreach (var word in (Func<TestRule, Figure>[])[r => r.Items.First - r.Items.Second, r => r.Items.Second + r.Items.First])
        {
            var verdict = situation.Judge(r => word(r).AtLeast(0), withReasons: true);
            Assert.Equal(Status.Undetermined, verdict.Proven);
            Assert.Contains("“乙项”", Assert.IsType<BoundReason>(verdict.Reason).Figure.Name.Zh, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Arithmetic_OtherUnit_FailsTheWordAlone() => Assert.Equal(
        Status.NotMet, (Situation.Of(1) with { Items = [Situation.Figure("First", unit: "t") with { IsItem = true }] })
            .Judge(r => (r.Value + r.Items.First).AtLeast(0) & r.AtLeast(2)).Proven);

    [Fact]
    public void Arithmetic_OverYears_IsOfEachYear()
    {
        var situation = Against(10, 4).With(2021, new Fact { Value = Reading.Number(7), ParentAverage = new(Reading.Number(5)) });
        Assert.Equal(Status.Met, situation.Judge(r => (r.Value - r.ParentAverage).Improving()).Proven);
        Assert.Equal(Status.Met, situation.Judge(r => (r.Value - r.ParentAverage).SumOver(2).Between(8, 8)).Proven);
        Assert.Equal(Status.Met, situation.Judge(r => (r.Value.AverageOver(2) - r.ParentAverage).Between(4.5m, 4.5m)).Proven);
    }

    [Theory]
    [InlineData(Direction.Higher, 5, Status.Met)]
    [InlineData(Direction.Higher, 9, Status.Met)]
    [InlineData(Direction.Higher, 4.9, Status.Undetermined)]
    [InlineData(Direction.Higher, 0, Status.Undetermined)]
    [InlineData(Direction.Lower, 4, Status.Met)]
    [InlineData(Direction.Lower, 5.1, Status.Undetermined)]
    [InlineData(Direction.None, 5, Status.Met)]
    [InlineData(Direction.None, 5.1, Status.Undetermined)]
    public void About_NoWidth_InventsNoLimit(Direction direction, double now, Status status) =>
        Assert.Equal(status, About(direction, (decimal)now).Judge(r => r.About(5)).Proven);

    [Theory]
    [InlineData(Direction.Higher, 4.5, Status.Met)]
    [InlineData(Direction.Higher, 4.49, Status.Undetermined)]
    [InlineData(Direction.Higher, 3.5, Status.Undetermined)]
    [InlineData(Direction.Higher, 3.49, Status.NotMet)]
    [InlineData(Direction.Higher, 99, Status.Met)]
    [InlineData(Direction.Lower, 5.5, Status.Met)]
    [InlineData(Direction.Lower, 6.5, Status.Undetermined)]
    [InlineData(Direction.Lower, 6.51, Status.NotMet)]
    [InlineData(Direction.None, 6.51, Status.NotMet)]
    [InlineData(Direction.None, 3.49, Status.NotMet)]
    [InlineData(Direction.None, 5.5, Status.Met)]
    public void About_Width_IsOpenBeyondWhatTheSchemeDecides(Direction direction, double now, Status status) => Assert.Equal(
        status, About(direction, (decimal)now).Judge(r => r.About(5, within: 0.5m, unclear: 1)).Proven);

    [Property]
    public void About_AnyReading_AgreesWithItsPoints(Reading reading, decimal value, decimal width)
    {
        var (low, open) = (value - Math.Abs(width), Math.Abs(width) + 1);
        var judged = Situation.Of(reading).Judge(r => r.About(value, Math.Abs(width), open)).Proven;
        var (met, wrong) = (Samples.Judge(Samples.Of(reading), v => v >= low), Samples.Judge(Samples.Of(reading), v => v >= low - open));
        Assert.Equal(met == Status.Met ? Status.Met : wrong == Status.NotMet ? Status.NotMet : Status.Undetermined, judged);
    }

    [Theory]
    [InlineData(10, 20, 30, Status.Met)]
    [InlineData(30, 20, 10, Status.NotMet)]
    [InlineData(10, 30, 20, Status.Undetermined)]
    [InlineData(20, 10, 15, Status.Undetermined)]
    [InlineData(10, null, 30, Status.Undetermined)]
    public void ContinuouslyImproving_ReadingsDiffer_IsUndetermined(int start, int? between, int now, Status status)
    {
        var situation = From(start, now);
        situation = between is { } year ? situation.Before(Reading.Number(year)) : situation;
        var verdict = situation.Judge(r => r.ContinuouslyImproving(), withReasons: true);
        Assert.Equal(status, verdict.Proven);
        Assert.Equal(3, Assert.IsType<ReadingsReason>(verdict.Reason).Parts.Length);
        Assert.Equal(verdict, situation.Judge(r => r.ContinuouslyImproving()));
    }

    [Property]
    public bool Continuously_AnyFigures_HoldsWhereAllReadingsDo(byte start, byte? between, byte now, bool improving)
    {
        var situation = From(start % 4, now % 4);
        situation = between is { } year ? situation.Before(Reading.Number(year % 4)) : situation;
        var verdict = situation.Judge(r => improving ? r.ContinuouslyImproving() : r.ContinuouslyStableOrImproving());

        // From the base year, from the year before, and each year of the two; a figure that is missing leaves its readings open.
        bool? Better(int? from, int? to) => from is null || to is null ? null : improving ? to > from : to >= from;
        int? middle = between % 4;
        bool?[] each = [Better(start % 4, middle), Better(middle, now % 4)];
        bool?[] readings =
        [
            Better(start % 4, now % 4), Better(middle, now % 4),
            Array.Exists(each, e => e == false) ? false : Array.TrueForAll(each, e => e == true) ? true : null,
        ];
        return verdict.Proven == (Array.TrueForAll(readings, r => r == true) ? Status.Met
            : Array.TrueForAll(readings, r => r == false) ? Status.NotMet : Status.Undetermined);
    }

    [Fact]
    public void ContinuouslyStableOrImproving_Flat_IsMetAndNotImproving()
    {
        var flat = From(10, 10).Before(Reading.Number(10));
        Assert.Equal(Status.Met, flat.Judge(r => r.ContinuouslyStableOrImproving()).Proven);
        Assert.Equal(Status.NotMet, flat.Judge(r => r.ContinuouslyImproving()).Proven);
        Assert.Equal(Status.Undetermined, (flat with { BaseYear = null }).Judge(r => r.ContinuouslyImproving()).Proven);
    }

    [Fact]
    public void RollingMean_AnyCourse_IsThatOfTheMeans()
    {
        var situation = From(10, 40).Before(Reading.Number(20)).Before(Reading.Number(4), 2019).Before(Reading.Number(1), 2018);
        Assert.Equal(Status.Met, situation.Judge(r => r.AverageOver(2).Improving()).Proven);
        Assert.Equal(Status.Met, situation.Judge(r => r.AverageOver(2).StableOrImproving(since: SinceBase)).Proven);
        Assert.Equal(Status.Met, situation.Judge(r => r.AverageOver(2).ChangeAtLeast(15)).Proven);
        Assert.Equal(Status.NotMet, situation.Judge(r => r.AverageOver(2).ChangeAtLeast(15.01m)).Proven);
        Assert.Equal(Status.Met, situation.Judge(r => r.AverageOver(2).ChangeAtLeast(23, SinceBase)).Proven);
        Assert.Equal(Status.NotMet, situation.Judge(r => r.AverageOver(2).ChangeAtLeast(23.01m, SinceBase)).Proven);
        Assert.Equal(Status.Met, situation.Judge(r => r.AverageOver(2).ImprovingEachYear(3)).Proven);
        Assert.Equal(Status.Undetermined, situation.Judge(r => r.AverageOver(2).ImprovingEachYear(4)).Proven);
        Assert.Equal(Status.Met, situation.Judge(r => r.AverageOver(2).OnTrack(30, 2022)).Proven);
        Assert.Equal(Status.Met, situation.Judge(r => r.AverageOver(2).Lowest(2).AtLeast(15)).Proven);
    }

    private static bool AtLeast(Situation situation, Func<TestRule, Figure> figure, decimal threshold) =>
        situation.Judge(r => figure(r).AtLeast(threshold)).Proven switch
        {
            Status.Met => true,
            Status.NotMet => false,
            _ => throw new InvalidOperationException("undetermined"),
        };

    private static Situation From(decimal start, decimal now) => From(Reading.Number(start), Reading.Number(now));

    private static Situation From(Reading start, Reading now) => Situation.Of(now).Before(start, Base) with { BaseYear = Base };

    private static Situation About(Direction direction, decimal now) =>
        Situation.Of(now) with { Own = Situation.Figure("x", direction) };

    private static Situation Against(decimal one, decimal other) => new Situation().With(
        Situation.Now, new Fact { Value = Reading.Number(one), ParentAverage = new(Reading.Number(other)) });

    private static Situation Items(Reading first, Reading second, Status nothing)
    {
        var policy = new AbsencePolicy(Status.Undetermined, nothing, nothing, Status.Undetermined);
        return (new Situation() with
        {
            Items =
            [
                Situation.Figure("First") with { Name = new("甲项", "First"), IsItem = true, Absence = policy },
                Situation.Figure("Second") with { Name = new("乙项", "Second"), IsItem = true, Absence = policy },
            ],
        }).With(Situation.Now, new IndicatorFacts
        {
            Id = "x",
            Own = Fact.Unknown,
            Items = [new ItemFact("First", new Fact { Value = first }), new ItemFact("Second", new Fact { Value = second })],
        });
    }
}
