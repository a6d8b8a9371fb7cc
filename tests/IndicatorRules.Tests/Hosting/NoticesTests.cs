using System.Runtime.Versioning;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Hosting;

/// <summary>A cache that is not used is reported once by its folder and its reason, and changes no verdict.</summary>
public sealed class NoticesTests : IDisposable
{
    private static readonly FactsFile Facts = TinyFacts.Read(TinyFacts.Text).OrThrow();

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Notices_CacheThatWorksOrNone_AreEmpty()
    {
        using var keeping = Hosts.Keeping(Path.Combine(_folder.Path, "cache"), Repo.Plugins);
        using var without = Hosts.Fresh();
        Assert.All([keeping, without], host =>
        {
            Assert.True(host.Assess(Facts).Succeeded);
            Assert.Empty(host.Notices);
        });
    }

    [UnixTheory, UnsupportedOSPlatform("windows")]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void Notices_FolderThatOthersMayWriteIn_NameItOnce(UnixFileMode right)
    {
        var cache = Directory.CreateDirectory(Path.Combine(_folder.Path, "cache")).FullName;
        File.SetUnixFileMode(cache, File.GetUnixFileMode(cache) | right);
        AssertNamed(cache);
    }

    [Fact]
    public void Notices_FileInPlaceOfTheFolder_NameIt()
    {
        var cache = Path.Combine(_folder.Path, "cache");
        File.WriteAllText(cache, "");
        AssertNamed(cache);
    }

    private static void AssertNamed(string cache)
    {
        using var host = Hosts.Keeping(cache, Repo.Plugins);
        Assert.Equal(8m, host.Assess(Facts).OrThrow().Row(3).Margin);
        Assert.True(host.Assess(Facts).Succeeded);

        var notice = Assert.Single(host.Notices);
        Assert.Equal((DiagnosticCatalog.StoreUnused.Id, Severity.Warning), (notice.Id, notice.Severity));
        Assert.Contains(cache, notice.Message(Language.Zh), StringComparison.Ordinal);
        Assert.All([Language.Zh, Language.En], l => Assert.DoesNotContain("Exception", notice.Format(l), StringComparison.Ordinal));
    }
}
