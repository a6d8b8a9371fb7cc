using IndicatorRules.Watching;

namespace IndicatorRules;

/// <summary>Refreshes a host whenever its plugins change on disk, until it is disposed. Safe on any thread.</summary>
/// <remarks>Made by <see cref="SchemeHost.Watch"/>.</remarks>
public sealed class PluginWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();

    internal PluginWatch(SchemeHost host, IReadOnlyList<string> directories, Action<RefreshReport> changed, PluginWatchOptions options)
    {
        var loop = new WatchLoop(host, directories, changed, options);
        Completion = Task.Run(() => loop.RunAsync(_ended.Token));
    }

    /// <summary>Ends when the watch is disposed; fails with what the callback threw, and then nothing is watched any more.</summary>
    public Task Completion { get; }

    /// <summary>Stops watching; a refresh under way is finished or given up first.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _ended.Dispose();
    }
}
