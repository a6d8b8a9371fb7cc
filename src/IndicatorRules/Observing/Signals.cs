using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace IndicatorRules.Observing;

/// <summary>
/// What hosts emit for monitoring: the meter and the activity source <c>IndicatorRules</c>. Their tags are schemes, versions, outcomes and
/// kinds, never a place, a figure or a path. Safe on any thread.
/// </summary>
/// <remarks>Durations are whole microseconds, since the project has no floating point.</remarks>
internal sealed class Signals
{
    internal const string Name = "IndicatorRules";

    private static readonly Lazy<Signals> OfTheProcess = new(() => new Signals());

    private static readonly ActivitySource Source = new(Name, Version);
    private readonly Lock _gate = new();
    private readonly List<WeakReference<ICounted>> _hosts = [];
    private readonly Histogram<long> _assess;
    private readonly Histogram<long> _compile;
    private readonly UpDownCounter<long> _queue;
    private readonly Counter<long> _cache;
    private readonly Counter<long> _starts;
    private readonly Counter<long> _refresh;

    private Signals()
    {
        var meter = new Meter(Name, Version);
        _assess = meter.CreateHistogram<long>("indicatorrules.assess.duration", "us", "Assessments, their compilation included.");
        _compile = meter.CreateHistogram<long>("indicatorrules.compile.duration", "us", "Compilations of schemes.");
        _queue = meter.CreateUpDownCounter<long>("indicatorrules.compile.queue", "{scheme}", "Schemes that wait for the compiler.");
        _cache = meter.CreateCounter<long>("indicatorrules.cache.requests", "{request}", "Searches for what was compiled before.");
        _starts = meter.CreateCounter<long>("indicatorrules.worker.starts", "{start}", "Starts of worker processes.");
        _refresh = meter.CreateCounter<long>("indicatorrules.refresh", "{change}", "Changes of schemes.");
        meter.CreateObservableUpDownCounter("indicatorrules.schemes", States, "{scheme}", "Schemes of all hosts.");
    }

    /// <summary>The one set of instruments; made by the first host that is observed.</summary>
    internal static Signals Shared => OfTheProcess.Value;

    private static string Version => typeof(Signals).Assembly.GetName().Version?.ToString(3) ?? "";

    /// <summary>The start of something that is timed; 0 without listeners.</summary>
    internal long Start() => _assess.Enabled || _compile.Enabled ? Stopwatch.GetTimestamp() : 0;

    internal static Activity? Span(string name, ActivityContext parent = default) =>
        Source.StartActivity(name, ActivityKind.Internal, parent);

    internal void Assessed(long start, Activity? span, string scheme, string version, string outcome) =>
        End(_assess, start, span, scheme, version, outcome);

    internal void Compiled(long start, Activity? span, string scheme, string version, string outcome) =>
        End(_compile, start, span, scheme, version, outcome);

    internal void Queued(int change) => _queue.Add(change);

    /// <param name="kind">bundle or image.</param>
    /// <param name="found">Whether it was stored.</param>
    internal void Searched(string kind, bool found) =>
        _cache.Add(1, new("kind", kind), new KeyValuePair<string, object?>("result", found ? "hit" : "miss"));

    /// <param name="reason">first, idle, or why the last process gave no answer.</param>
    internal void Started(string reason) => _starts.Add(1, new KeyValuePair<string, object?>("reason", reason));

    internal void Refreshed(string kind) => _refresh.Add(1, new KeyValuePair<string, object?>("kind", kind));

    internal void Opened(ICounted host)
    {
        lock (_gate)
        {
            _hosts.RemoveAll(h => !h.TryGetTarget(out var other) || other.Count() is null);
            _hosts.Add(new(host));
        }
    }

    private static void End(Histogram<long> histogram, long start, Activity? span, string scheme, string version, string outcome)
    {
        if (start != 0)
        {
            histogram.Record(Stopwatch.GetElapsedTime(start).Ticks / TimeSpan.TicksPerMicrosecond,
                new("scheme", scheme), new("version", version), new("outcome", outcome));
        }

        if (span is not null)
        {
            span.SetTag("scheme", scheme).SetTag("version", version).SetTag("outcome", outcome);
            span.SetStatus(
                outcome is "judged" or "compiled" or "rejected" or "cancelled" ? ActivityStatusCode.Unset : ActivityStatusCode.Error);
            span.Dispose();
        }
    }

    private List<Measurement<long>> States()
    {
        long good = 0, refused = 0, aside = 0;
        List<WeakReference<ICounted>> hosts;
        lock (_gate)
        {
            hosts = [.. _hosts];
        }

        foreach (var reference in hosts)
        {
            if (reference.TryGetTarget(out var host) && host.Count() is var (valid, wrong, waiting))
            {
                (good, refused, aside) = (good + valid, refused + wrong, aside + waiting);
            }
        }

        return
        [
            new(good, new KeyValuePair<string, object?>("state", "in-force")),
            new(refused, new KeyValuePair<string, object?>("state", "refused")),
            new(aside, new KeyValuePair<string, object?>("state", "set-aside")),
        ];
    }
}

/// <summary>A host, for the count of its schemes.</summary>
internal interface ICounted
{
    /// <summary>The number of schemes that are known, rejected on disk, and set aside; null after disposal.</summary>
    (int Known, int Refused, int Aside)? Count();
}
