using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Reloading;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reloading;

/// <summary>Hands every report to every subscriber, one report at a time, in order. Safe on any thread.</summary>
/// <remarks>
/// A subscriber may refresh the host: that report follows when everyone has had this one. One that throws takes nothing from the others,
/// and its fault is reported to the caller whose report it had.
/// </remarks>
internal sealed class ChangeFeed(object sender)
{
    private readonly Lock _gate = new();
    private readonly Queue<RefreshReport> _waiting = new();
    private bool _publishing;

    internal event EventHandler<SchemesChangedEventArgs>? Changed;

    /// <summary>Whether anybody listens.</summary>
    internal bool IsHeard => Changed is not null;

    /// <summary>Puts a report in line; in the order of the changes.</summary>
    internal void Add(RefreshReport report)
    {
        lock (_gate)
        {
            _waiting.Enqueue(report);
        }
    }

    /// <summary>Hands out what is in line, unless somebody else does already; what subscribers threw, as diagnostics.</summary>
    internal ImmutableArray<Diagnostic> Publish()
    {
        var faults = new DiagnosticBag();
        while (Next() is { } report)
        {
            foreach (var subscriber in Changed?.GetInvocationList() ?? [])
            {
                try
                {
                    ((EventHandler<SchemesChangedEventArgs>)subscriber)(sender, new SchemesChangedEventArgs(report));
                }
                catch (Exception e)
                {
                    LocalizedText cause = e.Message;
                    faults.Add(DiagnosticCatalog.SubscriberFailed, new Location(subscriber.Method.DeclaringType?.FullName ?? subscriber.Method.Name), cause);
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
