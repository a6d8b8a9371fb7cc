using System.Collections.Concurrent;
using IndicatorRules.Contract;

namespace IndicatorRules.Workers;

/// <summary>Failures of a worker process by content: when the content may be retried, and what is to blame. Safe on any thread.</summary>
/// <remarks>
/// Content that crashes a healthy worker <see cref="Patience"/> times in a row is set aside for five minutes, then for longer, up to an
/// hour, with one retry each time. Failures of the machine set nothing aside: after as many in a row the next try waits a second, then
/// longer, up to a minute. A failure that costs nothing to repeat is retried by every request.
/// </remarks>
internal sealed class WorkerFailures(TimeProvider clock)
{
    internal const int Patience = 3;

    private const int MostDoublings = 10;

    private static readonly (TimeSpan First, TimeSpan Most) Aside = (TimeSpan.FromMinutes(5), TimeSpan.FromHours(1));
    private static readonly (TimeSpan First, TimeSpan Most) BackOff = (TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

    private readonly ConcurrentDictionary<string, WorkerFailure> _failures = new(StringComparer.Ordinal);

    /// <summary>The failure that prevents a retry of the content now; null when it may be tried.</summary>
    internal WorkerFailure? Standing(string content) =>
        _failures.TryGetValue(content, out var last) && clock.GetUtcNow() < last.Until ? last : null;

    /// <summary>Notes a failure.</summary>
    /// <param name="content">The content that the worker was processing.</param>
    /// <param name="fault">Why it gave no answer.</param>
    /// <param name="cause">The same for a message.</param>
    /// <param name="isWell">Whether the worker processes something else; asked before content is set aside.</param>
    internal void Note(string content, WorkerFault fault, LocalizedText cause, Func<bool> isWell)
    {
        if (fault.IsCheapToRepeat())
        {
            return;
        }

        var before = _failures.GetValueOrDefault(content);
        var times = (before?.Times ?? 0) + 1;
        var (blamed, until) = (before?.Blamed ?? 0, DateTimeOffset.MinValue);
        blamed = fault.IsOfTheMachine() ? 0 : blamed + 1;
        if (blamed >= Patience && !isWell())
        {
            blamed = 0;
        }

        if (blamed >= Patience)
        {
            until = clock.GetUtcNow() + Longer(Aside, blamed - Patience);
        }
        else if (blamed == 0 && times >= Patience)
        {
            until = clock.GetUtcNow() + Longer(BackOff, times - Patience);
        }

        _failures[content] = new WorkerFailure(fault, cause, times, blamed, until);
    }

    /// <summary>Forgets the failures of content that now works.</summary>
    internal void Forget(string content) => _failures.TryRemove(content, out _);

    /// <summary>The number of contents that are set aside now.</summary>
    internal int CountAside() => _failures.Values.Count(f => f.IsAside && clock.GetUtcNow() < f.Until);

    /// <summary>Allows retries of everything.</summary>
    internal void Forgive() => _failures.Clear();

    private static TimeSpan Longer((TimeSpan First, TimeSpan Most) wait, int times)
    {
        var longer = wait.First * (1 << Math.Min(times, MostDoublings));
        return longer < wait.Most ? longer : wait.Most;
    }
}

/// <summary>The last failure of some content. Immutable.</summary>
/// <param name="Fault">Why the worker gave no answer.</param>
/// <param name="Cause">The same for a message.</param>
/// <param name="Times">Failures in a row.</param>
/// <param name="Blamed">Recent failures that the content caused.</param>
/// <param name="Until">When it may be retried.</param>
internal sealed record WorkerFailure(WorkerFault Fault, LocalizedText Cause, int Times, int Blamed, DateTimeOffset Until)
{
    /// <summary>Whether the content is set aside, as opposed to a pause for the machine.</summary>
    internal bool IsAside => Blamed >= WorkerFailures.Patience;
}
