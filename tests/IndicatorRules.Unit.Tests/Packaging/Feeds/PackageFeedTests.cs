using System.Collections.Immutable;
using IndicatorRules.Packaging.Feeds;
using IndicatorRules.Packaging.Reading;
using IndicatorRules.Packaging.Tests.Support;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Packaging.Tests.Feeds;

public sealed class PackageFeedTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public PackageFeedTests()
    {
        foreach (var version in (string[])["1.0.0", "1.2.0", "2.0.0-beta.1"])
        {
            File.WriteAllBytes(_folder.In($"forest-county.{version}.nupkg"), Plugin.Packed(version: version));
        }
    }

    [Theory]
    [InlineData(null, "1.2.0")]
    [InlineData("1.0.0", "1.0.0")]
    [InlineData("[1.0.0,1.2.0)", "1.0.0")]
    [InlineData("[2.0.0-beta.1,3.0.0)", "2.0.0-beta.1")]
    public async Task Find_Folder_GivesTheHighestInRange(string? range, string expected) =>
        Assert.Equal(expected, (await FindAsync(_folder.Path, range)).OrThrow().Version.ToString());

    [Theory]
    [InlineData(null, "1.2.0")]
    [InlineData("[1.0.0,1.2.0)", "1.0.0")]
    public async Task Find_Feed_GivesTheHighestInRange(string? range, string expected)
    {
        using var server = new FeedServer(_folder.Path);
        Assert.Equal(expected, (await FindAsync(server.Address, range)).OrThrow().Version.ToString());
    }

    [Fact]
    public async Task Find_NothingInRange_SaysSo()
    {
        using var server = new FeedServer(_folder.Path);
        Assert.Equal(["IR6026"], Ids(await FindAsync(_folder.Path, "[3.0.0,4.0.0)")));
        Assert.Equal(["IR6026"], Ids(await FindAsync(server.Address, "[3.0.0,4.0.0)")));
    }

    [Fact]
    public async Task Find_OnePackageUnderAnothersName_IsRefused()
    {
        File.WriteAllBytes(_folder.In("forest-county.9.0.0.nupkg"), Plugin.Packed(version: "1.0.0"));
        File.WriteAllBytes(_folder.In("other.1.0.0.nupkg"), Plugin.Packed());

        Assert.Equal(["IR6019"], Ids(await FindAsync(_folder.Path, null)));
        Assert.Equal(["IR6019"], Ids(await FindAsync(_folder.Path, null, "other")));
    }

    [Fact]
    public async Task Find_TooManyBytes_IsRefusedBeforeTheyHaveAllCome()
    {
        File.WriteAllBytes(_folder.In("forest-county.9.0.0.nupkg"), new byte[PackageCaps.PackageBytes + 100]);
        using var server = new FeedServer(_folder.Path);

        Assert.Equal(["IR6011"], Ids(await FindAsync(_folder.Path, null)));
        var read = await FindAsync(server.Address, null);
        Assert.True(read.Diagnostics[0].Id == "IR6011", read.Diagnostics[0].ToString());
    }

    [Fact]
    public async Task Find_FeedThatIsNone_SaysSo()
    {
        using var server = new FeedServer(_folder.Path);
        Assert.Equal(["IR6027"], Ids(await FindAsync(server.Address + "nothing/index.json", null)));
        Assert.Equal(["IR6027"],
            Ids(await FindAsync(server.Address.Replace("index.json", "file/index.json", StringComparison.Ordinal), null)));
    }

    [Fact]
    public void Open_PlainHttp_IsRefusedUnlessSignaturesAreAskedFor()
    {
        using var keys = Keys.Ecdsa();
        Assert.Equal(["IR6028"], PackageFeed.Open("http://feed.example/v3/index.json", []).Diagnostics.Select(d => d.Id));
        Assert.True(PackageFeed.Open("http://feed.example/v3/index.json", [.. keys.Trusted]).Succeeded);
        Assert.True(PackageFeed.Open("https://feed.example/v3/index.json", []).Succeeded);
    }

    [Fact]
    public void Open_NoSuchFolder_IsRefused() =>
        Assert.Equal(["IR1001"], PackageFeed.Open(_folder.In("none"), []).Diagnostics.Select(d => d.Id));

    public void Dispose() => _folder.Dispose();

    private static IEnumerable<string> Ids(Result<Package> result)
    {
        Assert.False(result.Succeeded);
        return result.Diagnostics.Select(d => d.Id);
    }

    private static Task<Result<Package>> FindAsync(string source, string? range, string id = "forest-county")
    {
        SchemeRange? parsed = null;
        Assert.True(range is null || SchemeRange.TryParse(range, out parsed));
        return PackageFeed.Open(source, ImmutableArray<Packaging.Signing.TrustedKey>.Empty).OrThrow()
            .FindAsync(id, parsed, CancellationToken.None);
    }
}
