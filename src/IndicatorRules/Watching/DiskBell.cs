namespace IndicatorRules.Watching;

/// <summary>Signals writes under a directory. It may signal without a change, and may miss changes that a drive does not report.</summary>
internal sealed class DiskBell : IDisposable
{
    // Not disposed: a watcher may still raise an event after its own disposal.
    private readonly SemaphoreSlim _rung = new(0);
    private readonly Dictionary<string, FileSystemWatcher> _watchers = new(StringComparer.Ordinal);

    /// <summary>Watches directories that exist and are not yet watched.</summary>
    internal void Listen(IEnumerable<string> directories)
    {
        foreach (var directory in directories)
        {
            if (!Directory.Exists(directory))
            {
                Forget(directory);
            }
            else if (!_watchers.ContainsKey(directory) && Open(directory) is { } watcher)
            {
                _watchers[directory] = watcher;
            }
        }
    }

    /// <summary>Waits for a signal; false on timeout.</summary>
    internal Task<bool> WaitAsync(TimeSpan most, CancellationToken cancellationToken) => _rung.WaitAsync(most, cancellationToken);

    /// <summary>Clears pending signals; true when there were any.</summary>
    internal bool Drain()
    {
        var any = false;
        while (_rung.Wait(0))
        {
            any = true;
        }

        return any;
    }

    public void Dispose()
    {
        foreach (var watcher in _watchers.Values)
        {
            watcher.Dispose();
        }
    }

    private FileSystemWatcher? Open(string directory)
    {
        FileSystemWatcher? watcher = null;
        try
        {
            watcher = new FileSystemWatcher(directory)
            {
                IncludeSubdirectories = true,
                NotifyFilter = NotifyFilters.FileName | NotifyFilters.DirectoryName | NotifyFilters.LastWrite | NotifyFilters.Size,
                InternalBufferSize = 64 * 1024,
            };
            watcher.Changed += Ring;
            watcher.Created += Ring;
            watcher.Deleted += Ring;
            watcher.Renamed += Ring;
            watcher.Error += (_, _) => _rung.Release();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (Exception e) when (e is IOException or ArgumentException or UnauthorizedAccessException)
        {
            // The system has no more watches, or the directory is gone: polling at intervals remains.
            watcher?.Dispose();
            return null;
        }
    }

    private void Ring(object sender, FileSystemEventArgs what) => _rung.Release();

    private void Forget(string directory)
    {
        if (_watchers.Remove(directory, out var watcher))
        {
            watcher.Dispose();
        }
    }
}
