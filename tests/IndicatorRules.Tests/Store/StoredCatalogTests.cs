using FsCheck.Xunit;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Locking;
using IndicatorRules.Store;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Store;

/// <summary>A bundle is used for the very files that it was made of, and for no others.</summary>
[Trait("Category", "Slow")]
public sealed class StoredCatalogTests : IDisposable
{
    private const string Nation = "national-revised/scheme.json";
    private const string Share = "\"AtLeast(20)\"";

    private readonly TempFolder _cache = new();
    private readonly TempFolder _plugins = TempFolder.WithPlugins();

    private string[] Bundles => Directory.GetFiles(_cache.Path, "*.bundle");

    public void Dispose()
    {
        _cache.Dispose();
        _plugins.Dispose();
    }

    [Fact]
    public void Open_Stored_GivesTheSameBytes()
    {
        var fresh = Report();
        Assert.Single(Bundles);

        Assert.Equal(fresh, Report());
        Assert.Single(Bundles);
    }

    [Fact]
    public void Open_Stored_IsNotReadFromTheFiles()
    {
        Margin();
        var stale = File.ReadAllBytes(Assert.Single(Bundles));
        _plugins.Edit(Nation, Share, "\"AtLeast(26)\"");
        Assert.Equal(2m, Margin());

        // The first one under the name of the second is used only where this very user gave it the checksum of that name.
        var second = Assert.Single(Bundles, file => !File.ReadAllBytes(file).AsSpan().SequenceEqual(stale));
        var key = new StoreKey(StoreKey.Bundle, [.. Convert.FromHexString(Path.GetFileNameWithoutExtension(second))]);
        StoreFolder.OfUser(_cache.Path, TimeProvider.System).Write(key, stale.AsSpan(32));
        Assert.Equal(8m, Margin());

        File.WriteAllBytes(second, stale);
        Assert.Equal(2m, Margin());
    }

    [Property(MaxTest = 20)]
    public void Open_StoredWellButNoBundleOfOurs_IsReadFromTheFiles(byte[] content)
    {
        Margin();
        var key = new StoreKey(StoreKey.Bundle, [.. Convert.FromHexString(Path.GetFileNameWithoutExtension(Assert.Single(Bundles)))]);
        // Five schemes, it says.
        StoreFolder.OfUser(_cache.Path, TimeProvider.System).Write(key, [5, .. content]);

        Assert.Equal(8m, Margin());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(5000)]
    public void Open_StoredButDamaged_IsReadFromTheFiles(int at)
    {
        var fresh = Report();
        var file = Assert.Single(Bundles);
        var bytes = File.ReadAllBytes(file);
        bytes[at] ^= 1;
        File.WriteAllBytes(file, bytes);

        Assert.Equal(fresh, Report());
        File.WriteAllBytes(file, bytes[..(at + 1)]);
        Assert.Equal(fresh, Report());
    }

    [Fact]
    public void Open_AnyFileOfAPluginChanged_IsReadAnew()
    {
        Assert.Equal(8m, Margin());

        _plugins.Edit(Nation, Share, "{ \"file\": \"rules/share.csx\" }");
        _plugins.Write("national-revised/rules/share.csx", "return AtLeast(26);");
        Assert.Equal(2m, Margin());

        _plugins.Write("national-revised/rules/share.csx", "return AtLeast(27);");
        Assert.Equal(1m, Margin());
        Assert.Equal(3, Bundles.Length);
    }

    [Fact]
    public void Open_PluginAddedOrGone_IsReadAnew()
    {
        Margin();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_plugins.Path, "national-revised"), "*.*", SearchOption.AllDirectories))
        {
            _plugins.Write(
                Path.Combine("later", Path.GetRelativePath(Path.Combine(_plugins.Path, "national-revised"), file)), File.ReadAllText(file));
        }

        _plugins.Edit("later/scheme.json", "\"version\": \"1.0.0\"", "\"version\": \"1.1.0\"");
        using (var host = Host())
        {
            Assert.Equal(4, host.Catalog.Available.Count());
            host.Assess(Facts).OrThrow();
        }

        Directory.Delete(Path.Combine(_plugins.Path, "later"), recursive: true);
        using var again = Host();
        Assert.Equal(3, again.Catalog.Available.Count());
    }

    [Fact]
    public void Open_WhereAnythingIsWrong_StoresNothingAndReportsItEachTime()
    {
        _plugins.Write("broken/scheme.json", "{");

        for (var i = 0; i < 2; i++)
        {
            using var host = Host();
            Assert.Equal("IR1006", Assert.Single(host.Catalog.Diagnostics).Id);
            Assert.True(host.Assess(Facts).Succeeded);
            Assert.Empty(Bundles);
        }
    }

    [Fact]
    public void Open_HeldToALock_ComparesTheFiles()
    {
        LockFile held;
        using (var host = Host())
        {
            held = LockFile.Of([host.Assess(Facts).OrThrow().Scheme], "lock.json");
        }

        _plugins.Edit(Nation, Share, "\"AtLeast(26)\"");
        Margin();
        using var locked = SchemeHost.Open(Options(held: held));

        Assert.NotEmpty(locked.Assess(Facts).Diagnostics);
    }

    [Fact]
    public void Open_ElsewhereWithTheSameFiles_TellsPlacesThere()
    {
        Margin();
        using var elsewhere = TempFolder.WithPlugins();
        using var host = SchemeHost.Open(Options(elsewhere.Path));

        Assert.Single(Bundles);
        var scheme = host.Catalog.Resolve("jingle-county").OrThrow();
        Assert.All(scheme.Lineage(), s => Assert.StartsWith(elsewhere.Path, s.Folder, StringComparison.Ordinal));
        Assert.All(scheme.Indicators, i => Assert.StartsWith(elsewhere.Path, i.Location.File, StringComparison.Ordinal));
    }

    private static FactsFile Facts => TinyFacts.Read(TinyFacts.Text).OrThrow();

    private decimal? Margin()
    {
        using var host = Host();
        return host.Assess(Facts).OrThrow().Row(3).Margin;
    }

    private string Report()
    {
        using var host = Host();
        return JsonOf.Assessment(host, Jingle.Facts2022)
            + string.Join('\n', host.Assess(Facts).OrThrow().Indicators.SelectMany(i => i.Reasons(Language.En)));
    }

    private SchemeHost Host() => SchemeHost.Open(Options());

    private SchemeHostOptions Options(string? plugins = null, LockFile? held = null) => new()
    {
        PluginDirectories = [plugins ?? _plugins.Path],
        Compiler = RememberingCompiler.Instance,
        StoreDirectory = _cache.Path,
        Lock = held,
    };
}
