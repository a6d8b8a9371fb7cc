using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Batching;

/// <summary>How many places must be met: in whole numbers, and decided only where the undetermined places cannot change it.</summary>
public sealed class PlacesVerdictTests
{
    [Property(MaxTest = 2000)]
    public bool Status_HoldsWhateverTheUndeterminedPlacesAre(
        byte met, byte notMet, byte apart, byte open, byte part, byte whole, bool isExceeded)
    {
        var (of, among) = (1 + (part % 12), 1 + (whole % 12));
        var counts = (Met: met % 9, NotMet: notMet % 9, Apart: apart % 4, Open: open % 6);
        var isNumber = of > among;
        if (isExceeded && of == among)
        {
            return true;
        }

        var verdict = Of(isNumber ? $"{of}" : $"{of}/{among}", isExceeded, counts.Met, counts.NotMet, counts.Apart, counts.Open);

        // Every way that the undetermined places can turn out, compared without a quotient.
        var ends = from m in Enumerable.Range(0, counts.Open + 1)
                   from n in Enumerable.Range(0, counts.Open + 1 - m)
                   let all = counts.Met + m + counts.NotMet + n
                   let have = counts.Met + m
                   where all > 0
                   select isNumber ? (isExceeded ? have > of : have >= of)
                       : isExceeded ? have * among > of * all : have * among >= of * all;
        var known = ends.ToList();
        return verdict.Status == (known.Count == 0 ? Status.NotApplicable
            : known.TrueForAll(k => k) && (counts.Met + counts.NotMet > 0) ? Status.Met
            : known.TrueForAll(k => !k) ? Status.NotMet
            : Status.Undetermined);
    }

    [Theory]
    [InlineData("1/3", 9, 3)]
    [InlineData("1/3", 10, 4)]
    [InlineData("33.3%", 1000, 333)]
    [InlineData("33.3333333%", 3, 1)]
    [InlineData("100%", 7, 7)]
    [InlineData("999999999/999999999", 1_000_000, 1_000_000)]
    [InlineData("5", 2, 5)]
    public void Of_Places_IsExact(string written, long places, long needed) =>
        Assert.Equal(needed, new PlacesQuorum(written, false).Of(places));

    [Theory]
    [InlineData("0")]
    [InlineData("0%")]
    [InlineData("3/2")]
    [InlineData("100.1%")]
    [InlineData("1.5")]
    [InlineData("-1")]
    [InlineData("2/3 ")]
    [InlineData("1234567890")]
    [InlineData("")]
    public void Parse_NoNumberOfPlaces_IsNull(string text) => Assert.Null(PlacesQuorum.Parse(text));

    [Fact]
    public void Basis_WithoutThePlacesMetByClaim_IsDeclaredWhereTheyDecide()
    {
        Assert.Equal(Basis.Declared, new PlacesVerdict(Scheme, Asked("2/3", false), 2022, Count(2, 1, 1, 0, 0)).Basis);
        Assert.Equal(Basis.Measured, new PlacesVerdict(Scheme, Asked("1/3", false), 2022, Count(2, 1, 1, 0, 0)).Basis);
        Assert.Equal(Basis.Measured, new PlacesVerdict(Scheme, Asked("1/1", false), 2022, Count(2, 1, 1, 0, 0)).Basis);
        Assert.Null(new PlacesVerdict(Scheme, Asked("1/1", false), 2022, Count(2, 1, 0, 0, 1)).Basis);
    }

    // Checkpoints of resumable runs keep it.
    [Fact]
    public void Tally_AsJson_ReadsBackAndAddsUp()
    {
        var one = new PlacesTally { Counts = [new("a@1.0.0", 0, "", 0, 0, 0, 0, 1), Count(1, 1, 0, 0, 0)] };
        var read = JsonSerializer.Deserialize<PlacesTally>(JsonSerializer.Serialize(one))!;

        Assert.Equal(one.Counts.AsEnumerable(), read.Counts);
        Assert.Equal([new("a@1.0.0", 0, "", 0, 0, 0, 0, 2), Count(2, 2, 0, 0, 0)], (one + read)!.Counts.AsEnumerable());
        Assert.Same(one, one + null);
    }

    private static Scheme Scheme { get; } = Hosts.Shared.Catalog.Resolve("national-revised").OrThrow();

    private static PlacesRequirement Asked(string written, bool isExceeded) =>
        new(new(written, isExceeded), new Location("x")) { Id = "x", Name = "多数" };

    private static PlacesCount Count(long met, long declared, long notMet, long apart, long open) =>
        new("a@1.0.0", 2022, "x", met, declared, notMet, apart, open);

    private static PlacesVerdict Of(string written, bool isExceeded, int met, int notMet, int apart, int open) =>
        new(Scheme, Asked(written, isExceeded), 2022, Count(met, 0, notMet, apart, open));
}
