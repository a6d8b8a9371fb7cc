using IndicatorRules.Packaging.Feeds;
using IndicatorRules.Packaging.Tests.Support;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Timing.Tests;

/// <summary>Feeds whose answers have no end, or do not come.</summary>
public sealed class FeedTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/index.json", "{\"version\":\"3.0.0\",\"resources\":[", "{\"@id\":\"x\",\"@type\":\"y\"},", false)]
    [InlineData("/index.json", "{\"version\":\"3.0.0\",\"resources\":[", "{\"@id\":\"x\",\"@type\":\"y\"},", true)]
    [InlineData("/flat/forest-county/index.json", "{\"versions\":[", "\"1.0.0\",", false)]
    [InlineData("/flat/forest-county/index.json", "{\"versions\":[", "\"1.0.0\",", true)]
    [InlineData("/flat/forest-county/index.json", "", "[", true)]
    public async Task Find_AnswerWithoutEnd_IsRefusedWhenItIsTooLong(string path, string head, string rest, bool packed)
    {
        using var server = new FeedServer(_folder.Path, path, head, rest, packed);
        var before = GC.GetTotalAllocatedBytes();
        var found = await PackageFeed.Open(server.Address, []).OrThrow().FindAsync("forest-county", null, CancellationToken.None);
        Assert.False(found.Succeeded);
        Assert.Equal("IR6066", Assert.Single(found.Diagnostics).Id);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 512L * 1024 * 1024);
    }

    [Fact]
    public async Task Find_AnswerThatDoesNotCome_EndsWhenItIsCancelled()
    {
        using var server = new FeedServer(_folder.Path, "/index.json", "{\"version\":\"3.0.0\",\"resources\":[", "", packed: false);
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var feed = PackageFeed.Open(server.Address, []).OrThrow();
        var found = Assert.ThrowsAnyAsync<OperationCanceledException>(() => feed.FindAsync("forest-county", null, cancelled.Token));
        await found.WaitAsync(TimeSpan.FromSeconds(20));
    }
}
