using FsCheck.Xunit;
using IndicatorRules.Contract.Checks;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Tests;

/// <summary>Quantities hold every value that they may stand for, and never make up one that is missing.</summary>
public class QuantityTests
{
    private static readonly Func<Quantity, Quantity,
    Quantity>[] Operators = [(a, b) => a + b, (a, b) => a - b, (a, b) => a * b, (a, b) => a / b];

    [Property]
    public void Operator_OnRanges_HoldsWhatItGivesOnAnyValuesWithin(short a, byte widthOfA, short b, byte widthOfB, byte atA, byte atB)
    {
        var (one, other) = (Range(a, widthOfA), Range(b, widthOfB));
        Quantity x = a + (decimal)(atA % (widthOfA + 1));
        Quantity y = b + (decimal)(atB % (widthOfB + 1));
        foreach (var of in Operators.Take(y.Low == 0 || other is { Low: 0, High: 0 } ? 3 : 4))
        {
            var (wide, exact) = (of(one, other), of(x, y));
            Assert.True(exact.IsExact);
            Assert.True(wide.Low is null || wide.Low <= exact.Low, $"{one} {other}: {wide} {exact}");
            Assert.True(wide.High is null || wide.High >= exact.High, $"{one} {other}: {wide} {exact}");
        }
    }

    [Property]
    public void Comparison_OnRanges_AnswersOnlyWhatHoldsForAnyValuesWithin(
        sbyte a, byte widthOfA, sbyte b, byte widthOfB, byte atA, byte atB)
    {
        var (one, other) = (Range(a, widthOfA), Range(b, widthOfB));
        var (x, y) = (a + (atA % (widthOfA + 1)), b + (atB % (widthOfB + 1)));
        Assert.True((one > other).Holds is null || (one > other).Holds == x > y);
        Assert.True((one < other).Holds is null || (one < other).Holds == x < y);
        Assert.True((one >= other).Holds is null || (one >= other).Holds == x >= y);
        Assert.True((one <= other).Holds is null || (one <= other).Holds == x <= y);
    }

    [Fact]
    public void Operator_OnMissing_StaysMissing()
    {
        foreach (var of in Operators)
        {
            Assert.Equal((null, null), Ends(of(default, 3)));
            Assert.Equal((null, null), Ends(of(3, default)));
        }

        Assert.Null((default(Quantity) > 3).Holds);
        Assert.Equal("?", $"{default(Quantity)}");
    }

    [Fact]
    public void Operator_OnBounds_KeepsTheOpenSide()
    {
        var atLeast = new Quantity(95, null, []);
        Assert.Equal((97m, null), Ends(atLeast + 2));
        Assert.Equal((null, -190m), Ends(atLeast * -2));
        Assert.Equal((47.5m, null), Ends(atLeast / 2));
        Assert.Equal((null, null), Ends(1 / new Quantity(-1, 1, [])));
    }

    [Fact]
    public void Operator_OnTwoUnits_IsAFault()
    {
        var (mega, myriad) = (new Quantity(658, 658, [], "兆瓦"), new Quantity(64.45m, 64.45m, [], "万千瓦"));
        Assert.Equal("units-differ", (mega - myriad).Fault);
        Assert.Equal((null, "units-differ"), ((mega > myriad).Holds, (mega > myriad).Fault));
        Assert.Equal(13.5m, (mega - (myriad * 10)).Low);
    }

    [Fact]
    public void Operator_ThatFails_IsUnknownAndSaysWhy_AndHidesNothingBesideIt()
    {
        Quantity zero = (Quantity)1 / 0m, huge = (Quantity)decimal.MaxValue * 2;
        Assert.Equal(("division-by-zero", "overflow"), (zero.Fault, huge.Fault));
        Assert.All(Operators.Select(of => of(zero, 2)).Concat(Operators.Select(of => of(2, zero))), q =>
        {
            Assert.Equal((null, null), Ends(q));
            Assert.Equal("division-by-zero", q.Fault);
        });
        Answer yes = (Quantity)1 > 0, no = (Quantity)0 > 1, failed = zero > 1;
        Assert.Equal([null, false, true, null], new[] { failed & yes, failed & no, failed | yes, no | failed }.Select(a => a.Holds));
    }

    [Property]
    public void Operator_OnOpenRanges_ExcludesTheEndsThatNoValuesReach(
        sbyte a, byte widthOfA, bool openA, sbyte b, byte widthOfB, bool openB)
    {
        var (one, other) = (Open(a, widthOfA, openA), Open(b, widthOfB, openB));
        foreach (var of in Operators)
        {
            var (wide, ends) = (of(one, other), new List<(decimal Value, bool IsIn)>());
            if (wide.Low is not { } low || wide.High is not { } high || (of == Operators[3] && (other.Low == 0 || other.High == 0)))
            {
                continue;
            }

            foreach (var (x, xIn) in new[] { (one.Low!.Value, !one.LowOpen), (one.High!.Value, !one.HighOpen) })
            {
                foreach (var (y, yIn) in new[] { (other.Low!.Value, !other.LowOpen), (other.High!.Value, !other.HighOpen) })
                {
                    // Zero times anything is zero, and zero by anything: the other end does not matter.
                    var isZero = (of == Operators[2] && ((x == 0 && xIn) || (y == 0 && yIn))) || (of == Operators[3] && x == 0 && xIn);
                    ends.Add((of(x, y).Low!.Value, (xIn && yIn) || isZero));
                }
            }

            Assert.Equal((ends.Min(e => e.Value), ends.Max(e => e.Value)), (low, high));
            if (low < high)
            {
                Assert.Equal((!ends.Any(e => e.Value == low && e.IsIn), !ends.Any(e => e.Value == high && e.IsIn)),
                    (wide.LowOpen, wide.HighOpen));
            }
        }
    }

    [Fact]
    public void Comparison_AtAnOpenEnd_IsDecided()
    {
        var over = new Quantity(Reading.MoreThan(95).Interval, []);
        var under = new Quantity(Reading.LessThan(5).Interval, []);
        Assert.Equal([true, false, true, false], new[] { over > 95, over <= 95, under < 5, under >= 5 }.Select(a => a.Holds));
        Assert.Equal([true, true, true], new[] { over + 5 > 100, over - under > 90, under * -2 > -10 }.Select(a => a.Holds));
        Assert.Equal(("＞95", "＜5"), ($"{over}", $"{under}"));
        Assert.Equal(1, CheckContext.Differs(over, 95).Count);
        Assert.Equal(0, CheckContext.Differs(new Quantity(95, null, []), 95).Count);
    }

    [Fact]
    public void Answers_JoinAsThreeValuedLogic()
    {
        Answer yes = (Quantity)1 > 0, no = (Quantity)0 > 1, open = default;
        Assert.Equal([true, false, null, false, null],
            new[] { yes & yes, yes & no, yes & open, no & open, open & open }.Select(a => a.Holds));
        Assert.Equal([true, true, true, null, false], new[] { yes | no, yes | open, open | yes, no | open, no | no }.Select(a => a.Holds));
    }

    [Fact]
    public void Origins_OfSums_StandOnceInOrder_AndStaySmall()
    {
        Quantity sum = 0;
        for (var i = 100; i > 0; i--)
        {
            var origin = new Origin { Kind = OriginKind.Facts, Index = i, Name = $"{i}" };
            sum += new Quantity(1, 1, [origin]) + new Quantity(1, 1, [origin]);
        }

        Assert.Equal(200, sum.Low);
        Assert.Equal(OriginSet.Most, sum.Origins.Length);
        Assert.Equal(sum.Origins.OrderBy(o => o.Index), sum.Origins);
    }

    private static Quantity Open(decimal low, byte width, bool isOpen) =>
        width == 0 ? low : new Quantity(Reading.OpenRange(low, isOpen, low + width, !isOpen).Interval, []);

    private static Quantity Range(decimal low, byte width) => new(low, low + width, []);

    private static (decimal? Low, decimal? High) Ends(Quantity quantity) => (quantity.Low, quantity.High);
}
