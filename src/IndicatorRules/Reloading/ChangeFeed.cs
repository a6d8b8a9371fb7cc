using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Reloading;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reloading;

/// <summary>Passes every report to every subscriber, one report at a time, in order. Safe on any thread.</summary>
/// <remarks>
/// A subscriber may refresh the host: that report follows after all have received this one. A subscriber that throws does not affect
/// the others; its exception is reported to the caller that published the report.
/// </remarks>
internal sealed class ChangeFeed(object sender)
{
    private readonly Lock _gate = new();
    private readonly Queue<RefreshReport> _waiting = new();
    private bool _publishing;

    internal event EventHandler<RefreshReport>? Changed;

    /// <summary>Whether there are subscribers.</summary>
    internal bool IsHeard => Changed is not null;

    /// <summary>Queues a report; called in the order of the changes.</summary>
    internal void Add(RefreshReport report)
    {
        lock (_gate)
        {
            _waiting.Enqueue(report);
        }
    }

    /// <summary>Delivers queued reports unless another thread is delivering; returns subscribers' exceptions as diagnostics.</summary>
    internal ImmutableArray<Diagnostic> Publish()
    {
        var faults = new DiagnosticBag();
        while (Next() is { } report)
        {
            foreach (var subscriber in Changed?.GetInvocationList() ?? [])
            {
                try
                {
                    ((EventHandler<RefreshReport>)subscriber)(sender, report);
                }
                catch (Exception e)
                {
                    LocalizedText cause = e.Message;
                    faults.Add(DiagnosticCatalog.SubscriberFailed,
                        new Location(subscriber.Method.DeclaringType?.FullName ?? subscriber.Method.Name), cause);
                }
            }

            lock (_gate)
            {
                _publishing = false;
            }
        }

        return faults.ToImmutable();
    }

    private RefreshReport? Next()
    {
        lock (_gate)
        {
            if (_publishing || !_waiting.TryDequeue(out var next))
            {
                return null;
            }

            _publishing = true;
            return next;
        }
    }
}
