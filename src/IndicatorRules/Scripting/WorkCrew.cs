namespace IndicatorRules.Scripting;

/// <summary>
/// Runs pieces of work on a few threads of its own, which are made when there is work and end when there is none. Safe on any thread.
/// </summary>
/// <remarks>
/// Requests wait for this work on threads of the pool; work that needed a thread of the pool itself would wait for them in turn.
/// </remarks>
/// <param name="most">The most threads; work beyond that waits.</param>
internal sealed class WorkCrew(int most)
{
    private readonly Lock _gate = new();
    private readonly Queue<(Action Work, Action<Exception> Failed)> _waiting = new();
    private int _threads;

    /// <summary>Runs work soon. What awaits the task continues on the thread that did the work.</summary>
    /// <param name="work">The work.</param>
    /// <param name="failed">Runs in its place where the system gives no thread for it.</param>
    internal Task<T> Run<T>(Func<T> work, Func<Exception, T> failed)
    {
        var done = new TaskCompletionSource<T>();
        Run(() => Complete(done, work), e => Complete(done, () => failed(e)));
        return done.Task;
    }

    private static void Complete<T>(TaskCompletionSource<T> done, Func<T> work)
    {
        try
        {
            done.SetResult(work());
        }
        catch (Exception e)
        {
            done.SetException(e);
        }
    }

    private void Run(Action work, Action<Exception> failed)
    {
        lock (_gate)
        {
            _waiting.Enqueue((work, failed));
            if (_threads == most)
            {
                return;
            }

            _threads++;
        }

        try
        {
            new Thread(Work) { IsBackground = true, Name = "scheme loading" }.UnsafeStart();
        }
        catch (Exception e) when (e is OutOfMemoryException or ThreadStateException)
        {
            foreach (var (_, give) in Abandoned())
            {
                give(e);
            }
        }
    }

    private void Work()
    {
        while (true)
        {
            Action work;
            lock (_gate)
            {
                if (!_waiting.TryDequeue(out var next))
                {
                    _threads--;
                    return;
                }

                work = next.Work;
            }

            work();
        }
    }

    // The threads that are there take what waits; where there is none, nobody will.
    private List<(Action Work, Action<Exception> Failed)> Abandoned()
    {
        lock (_gate)
        {
            if (--_threads > 0)
            {
                return [];
            }

            List<(Action, Action<Exception>)> all = [.. _waiting];
            _waiting.Clear();
            return all;
        }
    }
}
