using FsCheck.Xunit;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Tests.Diagnostics;

public class NearestTests
{
    [Theory]
    [InlineData("Strw", "Straw")]
    [InlineData("Starw", "Straw")]
    [InlineData("straw", "Straw")]
    [InlineData("Straww", "Straw")]
    [InlineData("AtLest", "AtLeast")]
    [InlineData("atleast", "AtLeast")]
    [InlineData("Film", "Film")]
    [InlineData("Concrete", null)]
    [InlineData("", null)]
    public void To_Word_IsWhatWasProbablyMeant(string word, string? expected) =>
        Assert.Equal(expected, Nearest.To(word, ["AtLeast", "AtMost", "Straw", "Manure", "Film"]));

    [Fact]
    public void To_TwoAsNear_IsTheFirst() => Assert.Equal("ab", Nearest.To("a", ["ab", "ac"]));

    [Fact]
    public void To_NoCandidates_IsNull() => Assert.Null(Nearest.To("a", []));

    [Property]
    public bool To_WordItself_IsFound(FsCheck.NonEmptyString word, FsCheck.NonEmptyString other) =>
        Nearest.To(word.Get, [other.Get, word.Get]) is { } found
        && (found == word.Get || string.Equals(found, word.Get, StringComparison.OrdinalIgnoreCase) || found == other.Get);

    [Property]
    public bool To_ExactAmongOthers_Wins(FsCheck.NonEmptyString word, FsCheck.NonEmptyString other) =>
        Nearest.To(word.Get, [other.Get, word.Get]) == word.Get;
}
