using System.Threading.Channels;

namespace IndicatorRules.Batching;

/// <summary>Does the same to many things on all cores, and hands the results out in the order of the things.</summary>
internal static class OrderedWork
{
    /// <summary>Reads ahead of the caller by twice the number of cores and no further, so that memory stays flat.</summary>
    /// <param name="source">Read on one thread of its own.</param>
    /// <param name="work">Called on many threads at once; its token is cancelled when the enumeration ends.</param>
    /// <param name="cancellationToken">Ends the enumeration with an exception.</param>
    internal static IEnumerable<TOut> Select<TIn, TOut>(
        IEnumerable<TIn> source, Func<TIn, CancellationToken, Task<TOut>> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var ahead = Channel.CreateBounded<Task<TOut>>(
            new BoundedChannelOptions(Environment.ProcessorCount * 2) { SingleReader = true, SingleWriter = true });
        var feeding = Task.Run(() => FeedAsync(source, work, ahead.Writer, stop.Token), CancellationToken.None);
        try
        {
            while (ahead.Reader.WaitToReadAsync(cancellationToken).AsTask().GetAwaiter().GetResult())
            {
                while (ahead.Reader.TryRead(out var next))
                {
                    var result = next.GetAwaiter().GetResult();
                    cancellationToken.ThrowIfCancellationRequested();
                    yield return result;
                }
            }
        }
        finally
        {
            stop.Cancel();
            ((IAsyncResult)feeding).AsyncWaitHandle.WaitOne();
        }
    }

    // What the source throws reaches the reader of the channel, after everything that was read before it.
    private static async Task FeedAsync<TIn, TOut>(
        IEnumerable<TIn> source, Func<TIn, CancellationToken, Task<TOut>> work, ChannelWriter<Task<TOut>> ahead, CancellationToken stop)
    {
        try
        {
            foreach (var one in source)
            {
                await ahead.WriteAsync(Task.Run(() => work(one, stop), stop), stop);
            }

            ahead.Complete();
        }
        catch (Exception e)
        {
            ahead.Complete(e);
        }
    }
}
