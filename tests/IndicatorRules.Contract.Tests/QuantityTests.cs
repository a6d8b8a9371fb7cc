using FsCheck.Xunit;
using IndicatorRules.Contract.Quantities;

namespace IndicatorRules.Contract.Tests;

/// <summary>Quantities hold every value that they may stand for, and never make up one that is missing.</summary>
public class QuantityTests
{
    private static readonly Func<Quantity, Quantity, Quantity>[] Operators = [(a, b) => a + b, (a, b) => a - b, (a, b) => a * b, (a, b) => a / b];

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
    public void Comparison_OnRanges_AnswersOnlyWhatHoldsForAnyValuesWithin(sbyte a, byte widthOfA, sbyte b, byte widthOfB, byte atA, byte atB)
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
        Assert.Throws<UnitsDifferException>(() => mega - myriad);
        Assert.Throws<UnitsDifferException>(() => mega > myriad);
        Assert.Equal(13.5m, (mega - (myriad * 10)).Low);
    }

    [Fact]
    public void Division_ByZero_IsAFault() => Assert.Throws<DivideByZeroException>(() => (Quantity)1 / 0m);

    [Fact]
    public void Answers_JoinAsThreeValuedLogic()
    {
        Answer yes = (Quantity)1 > 0, no = (Quantity)0 > 1, open = default;
        Assert.Equal([true, false, null, false, null], new[] { yes & yes, yes & no, yes & open, no & open, open & open }.Select(a => a.Holds));
        Assert.Equal([true, true, true, null, false], new[] { yes | no, yes | open, open | yes, no | open, no | no }.Select(a => a.Holds));
    }

    [Fact]
    public void Origins_OfSums_StandOnceInOrder_AndStaySmall()
    {
        Quantity sum = 0;
        for (var i = 100; i > 0; i--)
        {
            var origin = new Origin { Kind = OriginKind.Facts, Number = i, Name = $"{i}" };
            sum += new Quantity(1, 1, [origin]) + new Quantity(1, 1, [origin]);
        }

        Assert.Equal(200, sum.Low);
        Assert.Equal(OriginSet.Most, sum.Origins.Length);
        Assert.Equal(sum.Origins.OrderBy(o => o.Number), sum.Origins);
    }

    private static Quantity Range(decimal low, byte width) => new(low, low + width, []);

    private static (decimal? Low, decimal? High) Ends(Quantity quantity) => (quantity.Low, quantity.High);
}
