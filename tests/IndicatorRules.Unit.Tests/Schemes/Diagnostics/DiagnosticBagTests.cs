using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Tests.Diagnostics;

public class DiagnosticBagTests
{
    [Fact]
    public void ToImmutable_MoreOfAFileThanAreListed_SaysHowMany()
    {
        var bag = Full(DiagnosticBag.MostOfOneFile + 500);
        bag.Add(DiagnosticCatalog.JsonComment, new Location("other", 1, 1));

        var all = bag.ToImmutable();
        Assert.Equal(DiagnosticBag.MostOfOneFile + 2, all.Length);
        Assert.Equal("500", Assert.Single(all, d => d.Id == "IR1040").Arguments[0].En);
        Assert.Single(all, d => d.Location.File == "other");
    }

    [Fact]
    public void ToImmutable_ManyWarnings_HideNoError()
    {
        var bag = new DiagnosticBag();
        for (var i = 0; i < 2 * DiagnosticBag.MostOfOneFile; i++)
        {
            bag.Add(DiagnosticCatalog.NoCases, new Location("f", i + 1, 1), "x");
        }

        bag.Add(DiagnosticCatalog.JsonComment, new Location("f", 1, 2));
        Assert.True(bag.HasErrors);
        Assert.Single(bag.ToImmutable(), d => d.Severity == Severity.Error);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(5_000)]
    public void ErrorAfter_AnErrorThatIsNotListed_IsKnownAllTheSame(int before)
    {
        var bag = Full(before);
        var count = bag.Count;
        Assert.Null(bag.ErrorAfter(count));
        bag.Add(DiagnosticCatalog.NoCases, new Location("f", 1, 1), "x");
        Assert.Null(bag.ErrorAfter(count));
        bag.Add(DiagnosticCatalog.JsonEnds, new Location("f", 2, 1));
        Assert.Equal("IR1006", bag.ErrorAfter(count)!.Id);
        Assert.Equal(count + 2, bag.Count);
    }

    private static DiagnosticBag Full(int count)
    {
        var bag = new DiagnosticBag();
        for (var i = 0; i < count; i++)
        {
            bag.Add(DiagnosticCatalog.JsonComment, new Location("f", i + 1, 1));
        }

        return bag;
    }
}
