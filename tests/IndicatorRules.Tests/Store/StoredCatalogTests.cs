using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Locking;
using IndicatorRules.Scripting.Caching;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Scripting.Caching;

/// <summary>A catalog that was kept stands for the very files that it was made of, and for no others.</summary>
public sealed class CatalogStoreTests : IDisposable
{
    private const string Nation = "national-revised/scheme.json";
    private const string Share = "\"AtLeast(20)\"";

    private readonly TempFolder _cache = new();
    private readonly TempFolder _plugins = TempFolder.WithPlugins();

    private string[] Kept => Directory.GetFiles(_cache.Path, "*.catalog");

    public void Dispose()
    {
        _cache.Dispose();
        _plugins.Dispose();
    }

    [Fact]
    public void Open_Kept_GivesTheSameBytes()
    {
        var fresh = Report();
        Assert.Single(Kept);

        Assert.Equal(fresh, Report());
        Assert.Single(Kept);
    }

    [Fact]
    public void Open_Kept_IsNotReadFromTheFiles()
    {
        Margin();
        var stale = File.ReadAllBytes(Assert.Single(Kept));
        _plugins.Edit(Nation, Share, "\"AtLeast(26)\"");
        Assert.Equal(2m, Margin());

        // The one kept first under the name of the other, sealed by this very user: only then is it taken.
        var secret = new EntrySeal(File.ReadAllBytes(Path.Combine(_cache.Path, "key")));
        var second = Assert.Single(Kept, file => !File.ReadAllBytes(file).AsSpan().SequenceEqual(stale));
        var key = new CacheKey("catalog", [.. Convert.FromHexString(Path.GetFileNameWithoutExtension(second))]);
        File.WriteAllBytes(second, secret.Close(key, stale.AsSpan(32)));
        Assert.Equal(8m, Margin());

        File.WriteAllBytes(second, stale);
        Assert.Equal(2m, Margin());
        File.WriteAllBytes(second, EntrySeal.OfTheProgram.Close(key, stale.AsSpan(32)));
        Assert.Equal(2m, Margin());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(5000)]
    public void Open_KeptButDamaged_IsReadFromTheFiles(int at)
    {
        var fresh = Report();
        var file = Assert.Single(Kept);
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
        Assert.Equal(3, Kept.Length);
    }

    [Fact]
    public void Open_PluginAddedOrGone_IsReadAnew()
    {
        Margin();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(_plugins.Path, "national-revised"), "*.*", SearchOption.AllDirectories))
        {
            _plugins.Write(Path.Combine("later", Path.GetRelativePath(Path.Combine(_plugins.Path, "national-revised"), file)), File.ReadAllText(file));
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
    public void Open_WhereAnythingIsWrong_KeepsNothingAndTellsItEachTime()
    {
        _plugins.Write("broken/scheme.json", "{");

        for (var i = 0; i < 2; i++)
        {
            using var host = Host();
            Assert.Equal("IR1006", Assert.Single(host.Catalog.Diagnostics).Id);
            Assert.True(host.Assess(Facts).Succeeded);
            Assert.Empty(Kept);
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
        using var locked = SchemeHost.Open(Options() with { Lock = held });

        Assert.NotEmpty(locked.Assess(Facts).Diagnostics);
    }

    [Fact]
    public void Open_ElsewhereWithTheSameFiles_TellsPlacesThere()
    {
        Margin();
        using var elsewhere = TempFolder.WithPlugins();
        using var host = SchemeHost.Open(Options() with { PluginDirectories = [elsewhere.Path] });

        Assert.Single(Kept);
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
        return JsonOf.Assessment(host, Jingle.Facts2022) + string.Join('\n', host.Assess(Facts).OrThrow().Indicators.SelectMany(i => i.Reasons(Language.En)));
    }

    private SchemeHost Host() => SchemeHost.Open(Options());

    private SchemeHostOptions Options() =>
        new() { PluginDirectories = [_plugins.Path], Compiler = RememberingCompiler.Instance, CacheDirectory = _cache.Path };
}
