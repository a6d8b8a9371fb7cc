using FsCheck.Xunit;
using IndicatorRules.Protocol;
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

    [Theory]
    [InlineData("已制定", "未制定")]
    [InlineData("未制定", "已制定")]
    [InlineData("达标", "不达标")]
    [InlineData("有规划", "无规划")]
    [InlineData("法定的", "非法定的")]
    [InlineData("planned-areas", "unplanned-areas")]
    public void To_TheOpposite_IsNeverGuessed(string word, string opposite) => Assert.Null(Nearest.To(word, [opposite]));

    [Fact]
    public void To_PartsOfAChineseWordInOtherOrder_AreNear() =>
        Assert.Equal("制定实施", Nearest.To("实施制定", ["未制定", "正在制定", "制定实施", "全面实施"]));

    [Property(MaxTest = 500)]
    public bool To_AnyWords_DenyAsMuchAsWhatWasWritten(int seed)
    {
        var random = new Random(seed);
        var word = Chinese(random);
        return Nearest.To(word, [.. Enumerable.Range(0, 20).Select(_ => Chinese(random))]) is not { } found
            || "未不无非".All(denial => word.Count(c => c == denial) == found.Count(c => c == denial));
    }

    [Property(MaxTest = 500)]
    public void To_AnyShortWords_IsWhatAllEditsGive(int seed)
    {
        var random = new Random(seed);
        string[] candidates = [.. Enumerable.Range(0, 8).Select(_ => Latin(random))];
        var word = Latin(random);
        Assert.Equal(Plainly(word, candidates), Nearest.To(word, candidates));
    }

    [Fact]
    public void To_LongWords_AreNotGuessedAt()
    {
        var (longest, longer) = (new string('a', Nearest.LongestWord), new string('a', Nearest.LongestWord + 1));
        Assert.Equal(longest, Nearest.To(longest[1..], [longest]));
        Assert.Null(Nearest.To(longer, [longest]));
        Assert.Null(Nearest.To(longest, [longer]));
    }

    [Fact]
    public void Guess_OfOneInput_EndsWithItsSteps()
    {
        var bag = new DiagnosticBag();
        string[] candidates = [.. Enumerable.Range(0, 5_000).Select(i => $"indicator-number-{i}")];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var guesses = Enumerable.Range(0, 5_000).Count(i => bag.Guess($"indicatr-number-{i}", candidates) is not null);

        // A hundred times as many steps would be needed for all.
        Assert.InRange(guesses, 1, 500);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2_000_000);
    }

    private static string Chinese(Random random) =>
        new([.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => "已未不无非制定建立有"[random.Next(10)])]);

    private static string Latin(Random random) => new([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => "abAB-"[random.Next(5)])]);

    // The whole table, without a band.
    private static string? Plainly(string word, string[] candidates)
    {
        string? best = null;
        var limit = (2 * Math.Max(1, word.Length / 3)) + 1;
        foreach (var candidate in candidates.Where(c => !Nearest.AreOpposite(word, c)))
        {
            if (Distance(word, candidate) is var distance && distance < limit)
            {
                (best, limit) = (candidate, distance);
            }
        }

        return best;
    }

    private static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                rows[i, j] = i == 0 ? 2 * j : j == 0 ? 2 * i : Math.Min(
                    Math.Min(rows[i - 1, j], rows[i, j - 1]) + 2,
                    rows[i - 1, j - 1] + (
                        from[i - 1] == to[j - 1] ? 0 : char.ToUpperInvariant(from[i - 1]) == char.ToUpperInvariant(to[j - 1]) ? 1 : 2));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 2);
                }
            }
        }

        return rows[from.Length, to.Length];
    }
}
