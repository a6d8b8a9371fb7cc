using IndicatorRules.Reloading;
using IndicatorRules.Watching;

namespace IndicatorRules;

/// <summary>Refreshes a host whenever its plugins change on disk, until it is disposed. Safe on any thread.</summary>
/// <remarks>Created by <see cref="SchemeHost.Watch"/>. Only disposal of it or the host ends it: faults are reported.</remarks>
public sealed class PluginWatch : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly WatchReports _reports;

    internal PluginWatch(SchemeHost host, IReadOnlyList<string> directories, Action<RefreshReport> changed, PluginWatchOptions options)
    {
        _reports = new WatchReports(host, changed, options.CallbackFailed);
        var loop = new WatchLoop(host, directories, _reports, options);
        Completion = Task.Run(() => RunAsync(loop));
    }

    /// <summary>Completes when the watch or its host is disposed.</summary>
    public Task Completion { get; }

    /// <summary>The last exception of the callback; null if it never threw. See <see cref="PluginWatchOptions.CallbackFailed"/>.</summary>
    public Exception? LastFault => _reports.LastFault;

    /// <summary>Stops watching: cancels a running refresh, and waits for a running callback. Idempotent.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RunAsync(WatchLoop loop)
    {
        var calling = _reports.RunAsync(_ended.Token);
        try
        {
            await loop.RunAsync(_ended.Token).ConfigureAwait(false);
        }
        finally
        {
            _reports.Dispose();
            await calling.ConfigureAwait(false);
        }
    }
}
