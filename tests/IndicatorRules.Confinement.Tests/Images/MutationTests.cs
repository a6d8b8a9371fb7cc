using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IndicatorRules.Confinement.Tests.Support;

namespace IndicatorRules.Confinement.Tests.Images;

/// <summary>Good images with bytes changed or cut: refused, or passed as still within the list; never another exception.</summary>
public class MutationTests
{
    private static readonly byte[] Good = Bench.Compile(Corpus.Honest["each-item-with-a-helper"]).Image!;

    [Property(MaxTest = 3000)]
    public bool Check_ChangedBytes_EndsWell(NonEmptyArray<Tuple<NonNegativeInt, byte>> changes)
    {
        var image = (byte[])Good.Clone();
        foreach (var (at, value) in changes.Get.Take(4))
        {
            image[Spread(at.Get) % image.Length] = value;
        }

        return Bench.Image(image) is null or { Length: > 0 };
    }

    [Fact]
    public void Check_CutShort_EndsWell() =>
        Assert.All(Enumerable.Range(0, Good.Length / 7), i => Assert.True(Bench.Image(Good[..(i * 7)]) is null or { Length: > 0 }));

    [Fact]
    public void Check_HalfAnImage_IsRefused() => Assert.NotNull(Bench.Image(Good[..(Good.Length / 2)]));

    [Property(MaxTest = 500)]
    public bool Check_AnyBytes_AreRefused(byte[] bytes) => Bench.Image(bytes) is not null;

    // Small numbers are likelier; spread over the whole image they reach the tables and the code.
    private static int Spread(int number) => (int)((uint)number * 2654435761u >> 1);
}
