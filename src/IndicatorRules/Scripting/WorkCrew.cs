namespace IndicatorRules.Scripting;

/// <summary>Runs work on a few threads of its own, which start on demand and end when idle. Safe on any thread.</summary>
/// <remarks>Requests wait for this work on pool threads; work that needed a pool thread itself could deadlock with them.</remarks>
/// <param name="most">The maximum number of threads; further work is queued.</param>
internal sealed class WorkCrew(int most)
{
    private readonly Lock _gate = new();
    private readonly Queue<(Action Work, Action<Exception> Failed)> _waiting = new();
    private int _threads;

    /// <summary>Queues work. Continuations of the task run on the thread that did the work.</summary>
    /// <param name="work">The work.</param>
    /// <param name="failed">Runs instead when the system can start no thread.</param>
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

    // The running threads take the queued work; when there is none, no thread ever will.
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
