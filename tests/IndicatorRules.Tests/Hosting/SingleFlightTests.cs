using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Hosting;

/// <summary>
/// However many ask for a scheme meanwhile, it is compiled once; who stops waiting returns at once, and nobody waits for another's scheme.
/// </summary>
[Trait("Category", "Slow")]
public sealed class SingleFlightTests : IDisposable
{
    private const string Alone = "national-revised";
    private static readonly FactsFile Facts = TinyFacts.Read(TinyFacts.Text).OrThrow();
    private static readonly AssessOptions Nation = new() { Scheme = Alone };

    private readonly GatedCompiler _compiler = new();
    private readonly SchemeHost _host;

    public SingleFlightTests() => _host = Hosts.With(_compiler, Repo.Plugins);

    public void Dispose()
    {
        _compiler.Dispose();
        _host.Dispose();
    }

    [Fact]
    public async Task AssessAsync_ManyAtOnce_CompileEachSchemeOnce()
    {
        var asked = Enumerable.Range(0, 64).Select(_ => _host.AssessAsync(Facts)).ToList();
        Eventually.Holds(() => _compiler.Asked == 3);
        Assert.All(asked, a => Assert.False(a.IsCompleted));
        _compiler.Open();

        var all = await Eventually.Ends(Task.WhenAll(asked));

        Assert.All(all, r => Assert.Equal(8m, r.OrThrow().Row(3).Margin));
        Assert.Equal(3, _compiler.Asked);
    }

    [Fact]
    public async Task Assess_OnManyThreads_CompilesEachSchemeOnce()
    {
        var asked = Enumerable.Range(0, 8).Select(_ => Apart(() => _host.Assess(Facts))).ToList();
        Eventually.Holds(() => _compiler.Asked == 3);
        _compiler.Open();

        Assert.All(await Eventually.Ends(Task.WhenAll(asked)), r => Assert.True(r.Succeeded));
        Assert.Equal(3, _compiler.Asked);
    }

    [Fact]
    public async Task Assess_CancelledWhileAnotherCompiles_ReturnsAndLeavesTheOtherAlone()
    {
        var other = _host.AssessAsync(Facts, Nation);
        Eventually.Holds(() => _compiler.Asked == 1);
        using var cancelled = new CancellationTokenSource();
        var synchronous = Apart(() => _host.Assess(Facts, Nation, cancelled.Token));
        var asynchronous = _host.AssessAsync(Facts, Nation, cancelled.Token);
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(synchronous));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(asynchronous));

        Assert.False(other.IsCompleted);
        _compiler.Open();
        Assert.True((await Eventually.Ends(other)).Succeeded);
        Assert.Equal((1, 0), (_compiler.Asked, _compiler.Cancelled));
    }

    [Fact]
    public async Task Assess_EveryoneCancelled_GivesTheCompilationUpAndTheNextBeginsAnew()
    {
        using var cancelled = new CancellationTokenSource();
        var all = Enumerable.Range(0, 5).Select(_ => _host.AssessAsync(Facts, Nation, cancelled.Token)).ToList();
        Eventually.Holds(() => _compiler.Asked == 1);
        await cancelled.CancelAsync();
        foreach (var one in all)
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(one));
        }

        Eventually.Holds(() => _compiler.Cancelled == 1);
        _compiler.Open();
        Assert.True(_host.Assess(Facts, Nation).Succeeded);
        Assert.Equal(2, _compiler.Asked);
    }

    [Fact]
    public void Assess_CompilerThatHeedsNoToken_ReturnsAtOnceAllTheSame()
    {
        using var deaf = new GatedCompiler(heedsCancellation: false);
        using var host = Hosts.With(deaf, Repo.Plugins);
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        Assert.ThrowsAny<OperationCanceledException>(() => host.Assess(Facts, Nation, cancelled.Token));
    }

    [Fact]
    public async Task Assess_AnotherSchemeHangs_IsNotHeldUp()
    {
        using var plugins = TempFolder.WithPlugins();
        plugins.CopyFrom(Path.Combine(Repo.Plugins, Alone), "well");
        plugins.Edit("well/scheme.json", "\"id\": \"national-revised\"", "\"id\": \"well\"");
        plugins.Edit("well/scheme.json", "\"AtLeast(20)\"", "\"AtLeast(20.125m)\"");
        using var compiler = new GatedCompiler { Passing = "20.125m" };
        using var host = Hosts.With(compiler, plugins.Path);
        var hanging = host.AssessAsync(Facts, Nation);
        Eventually.Holds(() => compiler.Asked == 1);

        Assert.True(host.Assess(Facts, new AssessOptions { Scheme = "well" }).Succeeded);
        Assert.False(hanging.IsCompleted);
        compiler.Open();
        Assert.True((await Eventually.Ends(hanging)).Succeeded);
    }

    [Fact]
    public async Task Assess_EveryThreadOfThePoolWaits_CompilesAllTheSame()
    {
        _compiler.Open();
        using var over = new ManualResetEventSlim();
        var waiting = Enumerable.Range(0, 200).Select(_ => Task.Run(over.Wait)).ToArray();
        try
        {
            Assert.True(_host.Assess(Facts).Succeeded);
        }
        finally
        {
            over.Set();
            await Task.WhenAll(waiting);
        }
    }

    [Fact]
    public async Task OpenAndRefresh_EveryThreadOfThePoolWaits_ReadTheFoldersAllTheSame()
    {
        using var over = new ManualResetEventSlim();
        var waiting = Enumerable.Range(0, 200).Select(_ => Task.Run(over.Wait)).ToArray();
        try
        {
            using var host = Hosts.With(_compiler, Repo.Plugins);
            Assert.Equal(3, host.Catalog.Available.Count());
            Assert.True(host.Refresh().IsEmpty);
            Assert.All(waiting[100..], w => Assert.False(w.IsCompleted));
        }
        finally
        {
            over.Set();
            await Task.WhenAll(waiting);
        }
    }

    [Fact]
    public async Task AssessAll_WhileTheSchemeIsCompiled_HearsItsToken()
    {
        using var batch = _host.OpenBatch().OrThrow();
        using var cancelled = new CancellationTokenSource();
        var judging = Apart(() => batch.AssessAll(Enumerable.Repeat(Facts, 20 * BatchAssessor.ChunkSize), cancelled.Token).Count());
        Eventually.Holds(() => _compiler.Asked == 3);
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(judging));
        Eventually.Holds(() => _compiler.Cancelled == 3);
        _compiler.Open();

        Assert.True(batch.AssessAll([Facts]).Single().Years[0].Indicators.Length > 0);
    }

    [Fact]
    public async Task AssessAll_ManyPlacesOfOneScheme_CompileItOnce()
    {
        using var batch = _host.OpenBatch().OrThrow();
        var judging = Apart(() => batch.AssessAll(Enumerable.Repeat(Facts, 4 * BatchAssessor.ChunkSize)).Count(p => !p.Years.IsEmpty));
        Eventually.Holds(() => _compiler.Asked == 3);
        _compiler.Open();

        Assert.Equal(1, await Eventually.Ends(judging));
        Assert.Equal(3, _compiler.Asked);
    }

    [Fact]
    public async Task EveryRequest_CancelledBefore_ThrowsBeforeAnythingElse()
    {
        var cancelled = new CancellationToken(canceled: true);
        var unknown = new AssessOptions { Scheme = "nowhere" };
        Assert.ThrowsAny<OperationCanceledException>(() => _host.Assess(Facts, unknown, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => _host.FindContradictions(Facts, unknown, cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => _host.ValidateScheme("nowhere", cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => _host.Refresh(cancelled));
        Assert.ThrowsAny<OperationCanceledException>(() => _host.OpenBatch(null, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _host.AssessAsync(Facts, unknown, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _host.FindContradictionsAsync(Facts, unknown, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _host.ValidateSchemeAsync("nowhere", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _host.RefreshAsync(cancelled));
    }

    [Fact]
    public async Task Dispose_WhileOthersCompile_EndsTheirRequests()
    {
        using var deaf = new GatedCompiler(heedsCancellation: false);
        var host = Hosts.With(deaf, Repo.Plugins);
        var asynchronous = host.AssessAsync(Facts);
        var synchronous = Apart(() => host.Assess(Facts));
        Eventually.Holds(() => deaf.Asked == 3);

        host.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => Eventually.Ends(asynchronous));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Eventually.Ends(synchronous));
        host.Dispose();
    }

    [Fact]
    public async Task Refresh_WaitingForAnother_HearsItsToken()
    {
        using var plugins = TempFolder.WithPlugins();
        using var compiler = new GatedCompiler();
        using var host = Hosts.With(compiler, plugins.Path);
        plugins.Edit("national-revised/scheme.json", "\"AtLeast(20)\"", "\"AtLeast(26)\"");
        var first = host.RefreshAsync();
        Eventually.Holds(() => compiler.Asked > 0);
        using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Eventually.Ends(host.RefreshAsync(cancelled.Token)));

        compiler.Open();
        Assert.NotEmpty((await Eventually.Ends(first)).Changes);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task AssessAsync_SomeCancelledAtRandom_EveryoneElseGetsTheVerdict()
    {
        var random = new Random(17);
        for (var round = 0; round < 40; round++)
        {
            using var compiler = new GatedCompiler();
            using var host = Hosts.With(compiler, Repo.Plugins);
            var all = Enumerable.Range(0, 12).Select(_ =>
            {
                var source = random.Next(2) == 0 ? new CancellationTokenSource() : null;
                return (Source: source, Task: Task.Run(() => host.AssessAsync(Facts, null, source?.Token ?? default)));
            }).ToList();
            var opens = random.Next(all.Count);
            for (var i = 0; i < all.Count; i++)
            {
                if (i == opens)
                {
                    compiler.Open();
                }

                all[i].Source?.Cancel();
            }

            foreach (var (source, task) in all)
            {
                var ended = await Task.WhenAny(task, Task.Delay(Eventually.Most));
                Assert.Same(task, ended);
                Assert.True(task.IsCompletedSuccessfully ? (await task).Succeeded : source is not null && task.IsCanceled);
                source?.Dispose();
            }
        }
    }

    [Fact]
    public async Task Assess_Cancelled_LeavesNoExceptionUnobserved()
    {
        var unobserved = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        EventHandler<UnobservedTaskExceptionEventArgs> count = (_, e) => unobserved.Enqueue(e.Exception);
        TaskScheduler.UnobservedTaskException += count;
        try
        {
            for (var i = 0; i < 5; i++)
            {
                using var cancelled = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _host.AssessAsync(Facts, null, cancelled.Token));
            }

            GC.Collect();
            GC.WaitForPendingFinalizers();
            Assert.DoesNotContain(unobserved, e => e.GetBaseException() is OperationCanceledException);
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= count;
        }
    }

    private static Task<T> Apart<T>(Func<T> work) => Task.Factory.StartNew(
        work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
