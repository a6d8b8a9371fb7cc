namespace IndicatorRules.Watching;

/// <summary>Rings when something is written under a directory. It may ring for nothing, and may miss what a drive does not tell.</summary>
internal sealed class DiskBell : IDisposable
{
    // Not disposed: a watcher's last word may come after its own end, and must fall on open ears.
    private readonly SemaphoreSlim _rung = new(0);
    private readonly Dictionary<string, FileSystemWatcher> _watchers = new(StringComparer.Ordinal);

    /// <summary>Listens to directories that are there and not yet listened to.</summary>
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

    /// <summary>Waits for a ring; false when the time was up.</summary>
    internal Task<bool> WaitAsync(TimeSpan most, CancellationToken cancellationToken) => _rung.WaitAsync(most, cancellationToken);

    /// <summary>Takes the rings that came together; whether there were any.</summary>
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
            // The system gives no more watches, or the directory went away: reading at intervals remains.
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
