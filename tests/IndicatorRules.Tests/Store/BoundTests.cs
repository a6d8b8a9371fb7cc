using IndicatorRules.Store;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Store;

/// <summary>A user's folder stays within its bounds: what was used longest ago goes first.</summary>
public sealed class BoundTests : IDisposable
{
    private readonly ImageBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Write_BeyondTheBound_GivesUpTheLongestUnused()
    {
        for (byte n = 1; n <= 4; n++)
        {
            Write(n, 10);
        }

        Assert.NotNull(Find(1));
        Write(5, 10);

        Assert.Equal([1, 4, 5], Left());
    }

    [Fact]
    public void Write_BeyondTheBytes_GivesUpTheLongestUnused()
    {
        Write(1, 600_000);
        Write(2, 300_000);
        Write(3, 200_000);

        Assert.Equal([2, 3], Left());
    }

    [Fact]
    public void Write_OneTooLargeByItself_IsGivenUp()
    {
        Write(1, 1_100_000);

        Assert.Empty(Left());
    }

    /// <summary>As a run after an edit does: an image first, then a bundle.</summary>
    [Fact]
    public void Write_SeveralKindsByEachProcess_StaysWithinTheBound()
    {
        for (byte n = 1; n <= 9; n++)
        {
            _bench.Clock.Now += TimeSpan.FromDays(1);
            var folder = Open();
            foreach (var kind in (string[])[StoreKey.Image, StoreKey.Bundle])
            {
                folder.Write(StoreKey.Of(kind, $"{n}"), [n]);
            }

            // Only a process's first write trims.
            Assert.InRange(Directory.GetFiles(_bench.Folder).Length, 1, 5);
        }
    }

    [Fact]
    public void Write_WhatAKilledProcessLeft_IsClearedAway()
    {
        Write(1, 10);
        var (old, young, other) = (Made("a.partial", 2), Made("b.partial", 0), Made("notes.txt", 1000));

        Write(2, 10);

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
    private void Write(byte n, int length)
    {
        _bench.Clock.Now += TimeSpan.FromDays(1);
        Open().Write(Key(n), new byte[length]);
        Date(n);
    }

    private byte[]? Find(byte n)
    {
        _bench.Clock.Now += TimeSpan.FromDays(1);
        return Open().Find(Key(n));
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

    private StoreFolder Open() => _bench.Open(mostFiles: 4, mostBytes: 1_000_000);

    private static StoreKey Key(byte n) => StoreKey.Of(StoreKey.Image, $"{n}");
}
