using IndicatorRules.Scripting.Caching;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Scripting.Caching;

/// <summary>A cache keeps within its bound: what was used longest ago goes first.</summary>
public sealed class BoundTests : IDisposable
{
    private static readonly CacheBound Four = new(Entries: 4, Bytes: 1_000_000);

    private readonly ImageBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Keep_BeyondTheBound_GivesUpTheLongestUnused()
    {
        for (byte n = 1; n <= 4; n++)
        {
            Keep(n, 10);
        }

        Assert.NotNull(Find(1));
        Keep(5, 10);

        Assert.Equal([1, 4, 5], Left());
    }

    [Fact]
    public void Keep_BeyondTheBytes_GivesUpTheLongestUnused()
    {
        Keep(1, 600_000);
        Keep(2, 300_000);
        Keep(3, 200_000);

        Assert.Equal([2, 3], Left());
    }

    [Fact]
    public void Keep_OneTooLargeByItself_IsGivenUp()
    {
        Keep(1, 1_100_000);

        Assert.Empty(Left());
    }

    /// <summary>As a run after an edit does: a note first, then an image, then a catalog, and each kind has its bound.</summary>
    [Fact]
    public void Keep_SeveralKindsByEachProcess_EachKeepsWithinItsBound()
    {
        for (byte n = 1; n <= 9; n++)
        {
            _bench.Clock.Now += TimeSpan.FromDays(1);
            var store = _bench.Store();
            foreach (var kind in (string[])["valid", "image", "catalog"])
            {
                store.Keep(CacheKey.Of(kind, [n]), [n], Four);
            }
        }

        Assert.All((string[])["valid", "image", "catalog"], kind => Assert.InRange(Directory.GetFiles(_bench.Folder, $"*.{kind}").Length, 1, 4));
    }

    [Fact]
    public void Keep_WhatAKilledProcessLeft_IsClearedAway()
    {
        Keep(1, 10);
        var (old, young, other) = (Made("a.partial", 2), Made("b.partial", 0), Made("notes.txt", 1000));

        Keep(2, 10);

        Assert.Equal((false, true, true), (File.Exists(old), File.Exists(young), File.Exists(other)));
        Assert.Equal([1, 2], Left());
    }

    private string Made(string name, int hoursAgo)
    {
        var path = Path.Combine(_bench.Folder, name);
        File.WriteAllText(path, "");
        File.SetLastWriteTimeUtc(path, _bench.Clock.Now.AddDays(1).AddHours(-hoursAgo).UtcDateTime);
        return path;
    }

    // Each a day after the last, by the test's own clock.
    private void Keep(byte n, int length)
    {
        _bench.Clock.Now += TimeSpan.FromDays(1);
        _bench.Store().Keep(Key(n), new byte[length], Four);
        Date(n);
    }

    private ReadOnlyMemory<byte>? Find(byte n)
    {
        _bench.Clock.Now += TimeSpan.FromDays(1);
        return _bench.Store().Find(Key(n));
    }

    private void Date(byte n)
    {
        var path = Path.Combine(_bench.Folder, Key(n).FileName);
        if (File.Exists(path))
        {
            File.SetLastWriteTimeUtc(path, _bench.Clock.Now.UtcDateTime);
        }
    }

    private int[] Left() => [.. Enumerable.Range(1, 9).Where(n => File.Exists(Path.Combine(_bench.Folder, Key((byte)n).FileName)))];

    private static CacheKey Key(byte n) => CacheKey.Of("image", [n]);
}
