using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IndicatorRules.Protocol;
using IndicatorRules.Scripting.Images;
using IndicatorRules.Store;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Store;

/// <summary>A file that is not what was stored is compiled anew, never used, and made good.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly ImageBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Property(MaxTest = 100)]
    public Property Get_AnyByteChanged_IsCompiledAnew(int at, byte by) => (by > 0).Implies(() => AssertMadeGood(bytes =>
    {
        bytes[(int)((uint)at % bytes.Length)] ^= by;
        return bytes;
    }));

    [Property(MaxTest = 50)]
    public void Get_CutShort_IsCompiledAnew(int at) => AssertMadeGood(bytes => bytes[..(int)((uint)at % bytes.Length)]);

    [Fact]
    public void Get_WithSomethingAdded_IsCompiledAnew() => AssertMadeGood(bytes => [.. bytes, 0]);

    [Fact]
    public void Get_Endless_IsCompiledAnew() => AssertMadeGood(_ => new byte[17 * 1024 * 1024]);

    [Fact]
    public void Get_FileOfAnotherRequestRenamed_IsCompiledAnew()
    {
        var (_, other) = _bench.Store(99);

        AssertMadeGood(_ => File.ReadAllBytes(other));
    }

    /// <summary>As only this very user can put it there: with the right checksum under the right name.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void Get_StoredWellButNoImageOfOurs_IsCompiledAnew(int length)
    {
        var costs = _bench.Ask(99).Costs;
        AssertReplaced(StoredOf(new byte[length], costs));
    }

    [Fact]
    public void Get_StoredWellButCostsOfFewerRules_IsCompiledAnew() => AssertReplaced(StoredOf(_bench.Store(99).Image, []));

    [Property(MaxTest = 50)]
    public void Get_StoredWellButNothingOfOurs_IsCompiledAnew(byte[] content) => AssertReplaced(content);

    [Fact]
    public void Get_StoredWellButCutShort_IsCompiledAnew()
    {
        var whole = StoredOf(_bench.Store(99).Image, _bench.Ask(99).Costs);
        for (var length = 0; length < whole.Length; length += 97)
        {
            AssertReplaced(whole[..length]);
        }
    }

    [Fact]
    public void Get_FolderInPlaceOfTheFile_WorksWithoutIt()
    {
        var (image, file) = _bench.Store();
        File.Delete(file);
        Directory.CreateDirectory(file);

        Assert.Equal((true, true), (_bench.Ask().Compiled, _bench.Ask().Compiled));
        Assert.Equal(image, _bench.Ask().Image);
    }

    private static byte[] StoredOf(byte[] image, ImmutableArray<RuleCost> costs) =>
        new StoredImage(VerifiedImage.OfTheProgram(image, Guid.Empty, 0, null), costs).ToBytes();

    private void AssertReplaced(byte[] content) => AssertMadeGood(_ =>
    {
        _bench.Open().Write(ImageBench.Key(), content);
        return File.ReadAllBytes(Path.Combine(_bench.Folder, ImageBench.Key().FileName));
    });

    private void AssertMadeGood(Func<byte[], byte[]> damage)
    {
        var (image, file) = _bench.Store();
        File.WriteAllBytes(file, damage(File.ReadAllBytes(file)));

        var (anew, _, compiled) = _bench.Ask();
        var (again, _, compiledAgain) = _bench.Ask();

        Assert.Equal((true, false), (compiled, compiledAgain));
        Assert.Equal(image, anew);
        Assert.Equal(image, again);
    }
}
