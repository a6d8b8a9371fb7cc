using IndicatorRules.Reloading;
using IndicatorRules.Watching;

namespace IndicatorRules;

/// <summary>Refreshes a host whenever its plugins change on disk, until it is disposed. Safe on any thread.</summary>
/// <remarks>
/// Made by <see cref="SchemeHost.Watch"/>. Nothing but its own end and the host's ends it: what goes wrong meanwhile is reported.
/// </remarks>
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

    /// <summary>Ends when the watch or its host is disposed.</summary>
    public Task Completion { get; }

    /// <summary>What the callback threw last; null when it never did. See <see cref="PluginWatchOptions.CallbackFailed"/>.</summary>
    public Exception? LastFault => _reports.LastFault;

    /// <summary>Stops watching; a refresh under way is given up, a callback under way ends first. Further calls do nothing.</summary>
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
