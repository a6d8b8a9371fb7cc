using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Tests.Model;

public class SchemeVersionTests
{
    [Theory]
    [InlineData("1.0.0", "1.0.0")]
    [InlineData("2.0.0-beta.1", "2.0.0-beta.1")]
    [InlineData("1.2.3+build.7", "1.2.3")]
    public void ToString_Version_LeavesOutBuildMetadata(string text, string shown)
    {
        Assert.True(SchemeVersion.TryParse(text, out var version));
        Assert.Equal(shown, $"{version}");
        Assert.Equal(SchemeVersion.Parse(shown), version);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("1.0")]
    [InlineData("1.0.0.0")]
    [InlineData("v1.0.0")]
    [InlineData("1.0.0-")]
    [InlineData("１.0.0")]
    public void TryParse_OtherText_IsRefused(string text)
    {
        Assert.False(SchemeVersion.TryParse(text, out var version));
        Assert.Null(version);
        Assert.Throws<FormatException>(() => SchemeVersion.Parse(text));
    }

    [Fact]
    public void Parse_Null_IsAnArgumentError()
    {
        Assert.False(SchemeVersion.TryParse(null, out _));
        Assert.Throws<ArgumentNullException>(() => SchemeVersion.Parse(null!));
    }

    [Fact]
    public void Order_PrereleaseThenReleaseThenNext_IsThatOfSemanticVersioning()
    {
        string[] ascending = ["1.0.0-alpha", "1.0.0-alpha.2", "1.0.0-alpha.10", "1.0.0", "1.9.0", "1.10.0", "2.0.0"];
        var versions = ascending.Select(SchemeVersion.Parse).ToList();
        Assert.Equal(ascending, versions.AsEnumerable().Reverse().Order().Select(v => $"{v}"));
        Assert.True(versions[0] < versions[1] && versions[1] <= versions[2] && versions[3] > versions[2] && versions[3] >= versions[3]);
        Assert.True(null! < versions[0] && versions[0].CompareTo(null) > 0);
    }

    [Fact]
    public void Equality_CaseOfLabelsAndMetadata_MakesNoDifference()
    {
        var (one, other) = (SchemeVersion.Parse("1.0.0-Beta+a"), SchemeVersion.Parse("1.0.0-beta+b"));
        Assert.True(one == other && one.GetHashCode() == other.GetHashCode() && !one.Equals(null));
        Assert.True(one != SchemeVersion.Parse("1.0.0"));
    }
}
