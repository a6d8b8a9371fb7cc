namespace IndicatorRules.Workers;

/// <summary>Runs an action when time is up, unless it is disposed before.</summary>
/// <remarks>On a thread of its own: a timer would wait for one of the pool's, and they may all be waiting for what is late.</remarks>
internal sealed class Deadline : IDisposable
{
    private readonly ManualResetEventSlim _kept = new();

    /// <exception cref="OutOfMemoryException">The system gives no thread.</exception>
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

    // The event is left to the collector: the thread may still look at it.
    public void Dispose() => _kept.Set();
}
