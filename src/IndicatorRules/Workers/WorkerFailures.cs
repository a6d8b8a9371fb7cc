using System.Collections.Concurrent;
using IndicatorRules.Contract;

namespace IndicatorRules.Workers;

/// <summary>
/// What failed in a worker process, by its content: when it may be tried again, and whose fault it was. Safe on any thread.
/// </summary>
/// <remarks>
/// Content that brings a well worker down <see cref="Patience"/> times in a row is set aside, for five minutes and then ever longer,
/// up to an hour; one more try each time. Where the machine is at fault nothing is set aside: after so many failures in a row the next
/// try waits a second, and then ever longer, up to a minute. What costs nothing to try is tried whenever it is asked for.
/// </remarks>
internal sealed class WorkerFailures(TimeProvider clock)
{
    internal const int Patience = 3;

    private const int MostDoublings = 10;

    private static readonly (TimeSpan First, TimeSpan Most) Aside = (TimeSpan.FromMinutes(5), TimeSpan.FromHours(1));
    private static readonly (TimeSpan First, TimeSpan Most) BackOff = (TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));

    private readonly ConcurrentDictionary<string, WorkerFailure> _failures = new(StringComparer.Ordinal);

    /// <summary>The failure for which the content is not tried now; null when it may be tried.</summary>
    internal WorkerFailure? Standing(string content) =>
        _failures.TryGetValue(content, out var last) && clock.GetUtcNow() < last.Until ? last : null;

    /// <summary>Notes a failure.</summary>
    /// <param name="content">What the worker was working on.</param>
    /// <param name="fault">Why it gave no answer.</param>
    /// <param name="cause">The same, as a message says it.</param>
    /// <param name="isWell">Whether the worker answers to something else; asked before content is set aside.</param>
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

    /// <summary>Forgets what was noted of content that is well now.</summary>
    internal void Forget(string content) => _failures.TryRemove(content, out _);

    /// <summary>Lets everything be tried again.</summary>
    internal void Forgive() => _failures.Clear();

    private static TimeSpan Longer((TimeSpan First, TimeSpan Most) wait, int times)
    {
        var longer = wait.First * (1 << Math.Min(times, MostDoublings));
        return longer < wait.Most ? longer : wait.Most;
    }
}

/// <summary>What failed last, and since when in a row. Immutable.</summary>
/// <param name="Fault">Why the worker gave no answer.</param>
/// <param name="Cause">The same, as a message says it.</param>
/// <param name="Times">How often in a row.</param>
/// <param name="Blamed">How often of late the content was at fault.</param>
/// <param name="Until">When it may be tried again.</param>
internal sealed record WorkerFailure(WorkerFault Fault, LocalizedText Cause, int Times, int Blamed, DateTimeOffset Until)
{
    /// <summary>Whether the content is set aside, not the machine given time.</summary>
    internal bool IsAside => Blamed >= WorkerFailures.Patience;
}
