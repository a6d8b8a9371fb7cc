namespace IndicatorRules.Workers;

/// <summary>Runs an action when the time has passed, unless disposed before.</summary>
/// <remarks>Has its own thread: a timer needs a pool thread, and all of them may be waiting for the very work that is late.</remarks>
internal sealed class Deadline : IDisposable
{
    private readonly ManualResetEventSlim _kept = new();

    /// <exception cref="OutOfMemoryException">The system can start no thread.</exception>
    internal Deadline(TimeSpan time, Action late)
    {
        var thread = new Thread(() =>
        {
            if (!_kept.Wait(time))
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

    // The event is not disposed: the thread may still read it.
    public void Dispose() => _kept.Set();
}
