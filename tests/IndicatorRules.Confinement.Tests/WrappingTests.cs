using IndicatorRules.Confinement.Tests.Support;

namespace IndicatorRules.Confinement.Tests;

/// <summary>A forbidden expression is refused however it is wrapped.</summary>
public class WrappingTests
{
    public static TheoryData<string> Names => [.. Wrappings.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Wrapped_IsRefused(string wrapping)
    {
        var passed = Wrappings.Forbidden.Where(e => Bench.StoppedBy(Wrappings.All[wrapping](e)) is null);
        Assert.Empty(passed);
    }
}
