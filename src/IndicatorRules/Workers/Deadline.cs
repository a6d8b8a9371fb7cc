namespace IndicatorRules.Workers;

/// <summary>Runs an action when the time has passed, unless disposed before.</summary>
/// <remarks>Has its own thread: a timer needs a pool thread, and all of them may be waiting for the very work that is late.</remarks>
internal sealed class Deadline : IDisposable
{
    private const int Stopped = 1;
    private const int Late = 2;

    private readonly ManualResetEventSlim _kept = new();
    private int _outcome;

    /// <exception cref="OutOfMemoryException">The system can start no thread.</exception>
    internal Deadline(TimeSpan time, Action late)
    {
        var thread = new Thread(() =>
        {
            if (!_kept.Wait(time) && Interlocked.CompareExchange(ref _outcome, Late, 0) == 0)
            {
                late();
            }
        })
        {
            IsBackground = true,
            Name = "deadline",
        };
        thread.UnsafeStart();
    }

    /// <summary>Stops it; false if the time has passed and the action runs or has run.</summary>
    internal bool TryStop()
    {
        // The event is not disposed: the thread may still read it.
        var before = Interlocked.CompareExchange(ref _outcome, Stopped, 0);
        _kept.Set();
        return before != Late;
    }

    public void Dispose() => TryStop();
}
