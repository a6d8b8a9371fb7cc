using System.Collections.Concurrent;
using System.Diagnostics;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Scripting;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace IndicatorRules.Hosting.Tests;

public sealed class SignalTests : IDisposable
{
    private readonly Small _small = new();

    public void Dispose() => _small.Dispose();

    [Fact]
    public async Task Metrics_OfAssessments_TellSchemeVersionAndOutcomeAlone()
    {
        using var assess = Collector("indicatorrules.assess.duration");
        using var compile = Collector("indicatorrules.compile.duration");
        using var queue = Collector("indicatorrules.compile.queue");
        using var starts = Collector("indicatorrules.worker.starts");
        using var host = Open();

        host.Assess(Small.Facts);
        await host.AssessAsync(Small.Facts);
        host.Assess(Small.Facts, new() { Scheme = "nothing-of-the-kind" });
        Assert.ThrowsAny<OperationCanceledException>(() => host.Assess(Small.Facts, null, new CancellationToken(true)));

        var measured = assess.GetMeasurementSnapshot();
        Assert.Equal(
            ["small//cancelled", "small/1.0.0/judged", "small/1.0.0/judged", "unknown//rejected"],
            measured.Select(m => $"{m.Tags["scheme"]}/{m.Tags["version"]}/{m.Tags["outcome"]}").Order(StringComparer.Ordinal));
        Assert.All(measured, m => Assert.Equal(3, m.Tags.Count));
        Assert.True(measured[0].Value > 0);
        Assert.Equal("compiled", Assert.Single(compile.GetMeasurementSnapshot()).Tags["outcome"]);
        Assert.Equal([1L, -1L], queue.GetMeasurementSnapshot().Select(m => m.Value));
        Assert.Equal("first", Assert.Single(starts.GetMeasurementSnapshot()).Tags["reason"]);
    }

    [Fact]
    public void Metrics_OfTheStore_TellHitsAndMisses()
    {
        using var cache = Collector("indicatorrules.cache.requests");
        for (var i = 0; i < 2; i++)
        {
            using var host = Open(_small.Folder.In("store"));
            host.Assess(Small.Facts).OrThrow();
        }

        Assert.Equal(
            ["bundle/miss", "image/miss", "bundle/hit", "image/hit"],
            cache.GetMeasurementSnapshot().Select(m => $"{m.Tags["kind"]}/{m.Tags["result"]}"));
    }

    [Fact]
    public void Metrics_OfChanges_TellKindsAndStates()
    {
        using var refresh = Collector("indicatorrules.refresh");
        using var schemes = Collector("indicatorrules.schemes");
        using var host = Open();
        host.Assess(Small.Facts).OrThrow();
        _small.Put(Small.Id, "AtLeast(");
        host.Refresh();
        schemes.RecordObservableInstruments();
        var broken = States(schemes);
        _small.Put("second", "AtLeast(1)");
        _small.Put(Small.Id, "AtLeast(20)");
        host.Refresh();
        schemes.RecordObservableInstruments();

        Assert.Equal(["added", "recovered", "refused"], refresh.GetMeasurementSnapshot().Select(m => $"{m.Tags["kind"]}").Order());
        Assert.Equal([1L, 1L, 0L], broken);
        Assert.Equal([2L, 0L, 0L], States(schemes));
    }

    [Fact]
    public void Metrics_OfAFailingWorker_TellHowItEnded()
    {
        using var compile = Collector("indicatorrules.compile.duration");
        using var compiler = new FaultyCompiler { Fault = new CompileWorkerException(new LocalizedText("结束了", "ended")) };
        using var host = compiler.Open(new SchemeHostOptions { PluginDirectories = [_small.Folder.In("plugins")], StoreDirectory = null });
        host.Assess(Small.Facts);

        Assert.Equal("died", Assert.Single(compile.GetMeasurementSnapshot()).Tags["outcome"]);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Spans_OfAColdAssessment_AreAssessHoldCompile(bool isAsync)
    {
        var ended = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "IndicatorRules",
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var host = Open();
        _ = isAsync ? (await host.AssessAsync(Small.Facts)).OrThrow() : host.Assess(Small.Facts).OrThrow();

        var spans = ended.ToDictionary(a => a.OperationName);
        Assert.Equal(["assess", "compile", "hold"], spans.Keys.Order());
        Assert.Equal(spans["assess"].SpanId, spans["hold"].ParentSpanId);
        Assert.Equal(spans["hold"].SpanId, spans["compile"].ParentSpanId);
        Assert.Equal("judged", spans["assess"].GetTagItem("outcome"));
        Assert.All(ended, a => Assert.DoesNotContain(a.TagObjects, t => $"{t.Value}".Contains("静乐", StringComparison.Ordinal)));
    }

    [Fact]
    public void Host_ThatEmitsNothing_IsNotMeasured()
    {
        using var assess = Collector("indicatorrules.assess.duration");
        using var host = SchemeHost.Open(new SchemeHostOptions
        {
            PluginDirectories = [_small.Folder.In("plugins")],
            StoreDirectory = null,
            EmitsSignals = false,
        });
        host.Assess(Small.Facts).OrThrow();

        Assert.Empty(assess.GetMeasurementSnapshot());
    }

    private SchemeHost Open(string? store = null) =>
        SchemeHost.Open(new SchemeHostOptions { PluginDirectories = [_small.Folder.In("plugins")], StoreDirectory = store });

    private static MetricCollector<long> Collector(string instrument) => new(null, "IndicatorRules", instrument);

    private static IEnumerable<long> States(MetricCollector<long> schemes) =>
        schemes.GetMeasurementSnapshot().TakeLast(3).Select(m => m.Value);
}
