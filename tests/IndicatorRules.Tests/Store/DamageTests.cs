using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IndicatorRules.Scripting.Caching;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Scripting.Caching;

/// <summary>An entry that is not what was kept is compiled anew, never trusted, and made good.</summary>
public sealed class DamagedEntryTests : IDisposable
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
    public void Get_EntryOfAnotherRequestRenamed_IsCompiledAnew()
    {
        var (_, other) = _bench.Keep(99);

        AssertMadeGood(_ => File.ReadAllBytes(other));
    }

    [Fact]
    public void Get_PlantedImageUnderAnotherUsersKey_IsCompiledAnew()
    {
        using var others = new ImageBench();
        var (_, planted) = others.Keep(99);
        // A valid image, sealed well for the very request, by somebody else.
        var content = File.ReadAllBytes(planted).AsSpan(32);
        var sealedByOther = new EntrySeal(File.ReadAllBytes(Path.Combine(others.Folder, "key"))).Close(ImageBench.Key(), content);

        AssertMadeGood(_ => sealedByOther);
    }

    [Fact]
    public void Get_PlantedWithTheSealOfTheProgram_IsCompiledAnew() => AssertMadeGood(bytes =>
        EntrySeal.OfTheProgram.Close(ImageBench.Key(), bytes.AsSpan(32)));

    [Theory]
    [InlineData(0)]
    [InlineData(1000)]
    public void Get_SealedWellButNoImageOfOurs_IsCompiledAnew(int length) => AssertMadeGood(_ =>
    {
        var (_, costs, _) = new RuleImages(new CountingCompiler(), []).Get(ImageBench.Request(), default);
        return new EntrySeal(File.ReadAllBytes(Path.Combine(_bench.Folder, "key"))).Close(ImageBench.Key(), ImageEntry.Write(new byte[length], Guid.Empty, 0, costs));
    });

    [Fact]
    public void Get_SealedWellButCostsOfFewerRules_IsCompiledAnew() => AssertMadeGood(_ =>
    {
        var image = RememberingCompiler.Instance.Compile(ImageBench.Request()).Image!;
        return new EntrySeal(File.ReadAllBytes(Path.Combine(_bench.Folder, "key"))).Close(ImageBench.Key(), ImageEntry.Write(image, Guid.Empty, 0, []));
    });

    [Fact]
    public void Get_FolderInPlaceOfTheEntry_WorksWithoutIt()
    {
        var (image, file) = _bench.Keep();
        File.Delete(file);
        Directory.CreateDirectory(file);

        Assert.Equal((true, true), (_bench.Ask().Compiled, _bench.Ask().Compiled));
        Assert.Equal(image, _bench.Ask().Image);
    }

    private void AssertMadeGood(Func<byte[], byte[]> damage)
    {
        var (image, file) = _bench.Keep();
        File.WriteAllBytes(file, damage(File.ReadAllBytes(file)));

        var (anew, _, compiled) = _bench.Ask();
        var (again, _, compiledAgain) = _bench.Ask();

        Assert.Equal((true, false), (compiled, compiledAgain));
        Assert.Equal(image, anew);
        Assert.Equal(image, again);
    }
}
