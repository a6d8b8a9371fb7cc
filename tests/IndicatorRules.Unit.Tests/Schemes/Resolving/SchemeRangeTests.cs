using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Schemes.Tests.Resolving;

public class SchemeRangeTests
{
    [Theory]
    [InlineData("[1.0.0,2.0.0)", "1.0.0", true)]
    [InlineData("[1.0.0,2.0.0)", "1.99.99", true)]
    [InlineData("[1.0.0,2.0.0)", "2.0.0", false)]
    [InlineData("[1.0.0,2.0.0)", "0.9.9", false)]
    [InlineData("[1.0.0,2.0.0)", "2.0.0-beta", false)]
    [InlineData("[1.0.0,2.0.0)", "1.5.0-beta", false)]
    [InlineData("[1.0.0,2.0.0)", "1.0.0-beta", false)]
    [InlineData("[1.0.0-beta,2.0.0)", "1.0.0-beta", true)]
    [InlineData("[1.0.0-beta,2.0.0)", "1.0.0-alpha", false)]
    [InlineData("[1.0.0-beta,2.0.0)", "1.5.0-alpha", true)]
    [InlineData("[1.0.0-beta,2.0.0)", "2.0.0-alpha", false)]
    [InlineData("[1.0.0,2.0.0]", "2.0.0", true)]
    [InlineData("[1.0.0,2.0.0]", "2.0.1", false)]
    [InlineData("[1.0.0]", "1.0.0", true)]
    [InlineData("[1.0.0]", "1.0.1", false)]
    [InlineData("1.1.0", "1.1.0", true)]
    [InlineData("1.1.0", "1.2.0", false)]
    [InlineData("1.1.0-draft", "1.1.0-draft", true)]
    [InlineData("1.1.0", "1.1.0-draft", false)]
    public void Contains_Version_CountsBothEnds(string range, string version, bool expected)
    {
        Assert.True(SchemeRange.TryParse(range, out var parsed));
        Assert.Equal(expected, parsed.Contains(SchemeVersion.Parse(version)));
        Assert.Equal(range, parsed.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1.0")]
    [InlineData("1")]
    [InlineData("1.0.0.0")]
    [InlineData("[1.0,2.0)")]
    [InlineData("[1.0.0,2.0)")]
    [InlineData("[1.0.0,)")]
    [InlineData("(,2.0.0)")]
    [InlineData("(1.0.0,2.0.0)")]
    [InlineData("[2.0.0,1.0.0]")]
    [InlineData("[1.0.0,2.0.*)")]
    [InlineData("1.*")]
    [InlineData("*")]
    [InlineData("^1.0.0")]
    [InlineData(">=1.0.0")]
    [InlineData("[1.0.0，2.0.0)")]
    [InlineData("latest")]
    public void TryParse_NoRangeOfOurs_IsRefused(string? text) => Assert.False(SchemeRange.TryParse(text, out _));
}
