using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Store;

/// <summary>Hosts that share a folder and nothing else, as processes do.</summary>
public sealed class ConcurrencyTests : IDisposable
{
    private readonly ImageBench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void Get_FromManyAtOnceInAnEmptyFolder_GivesEachTheSameAndLeavesGoodFiles()
    {
        var images = new byte[16][];
        var threads = Enumerable.Range(0, images.Length).Select(n => new Thread(() => images[n] = _bench.Ask(n % 4).Image)).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());

        for (var n = 0; n < images.Length; n++)
        {
            Assert.Equal(images[n % 4], images[n]);
        }

        for (var n = 0; n < 4; n++)
        {
            Assert.False(_bench.Ask(n).Compiled);
        }

        Assert.Equal(4, _bench.Images.Length);
        Assert.Empty(Directory.GetFiles(_bench.Folder, "*.partial"));
    }

    [Fact]
    public void Get_WhileOthersRemoveAndDamage_NeverFails()
    {
        var (image, file) = _bench.Store();
        using var done = new CancellationTokenSource();
        var vandal = new Thread(() =>
        {
            for (var n = 0; !done.IsCancellationRequested; n++)
            {
                try
                {
                    File.WriteAllBytes(file, new byte[n % 64]);
                    if (n % 3 == 0)
                    {
                        File.Delete(file);
                    }
                }
                catch (IOException)
                {
                    // Another was faster.
                }
            }
        });
        vandal.Start();
        try
        {
            for (var n = 0; n < 100; n++)
            {
                Assert.Equal(image, _bench.Ask().Image);
            }
        }
        finally
        {
            done.Cancel();
            vandal.Join();
        }
    }
}
