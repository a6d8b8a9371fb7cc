namespace IndicatorRules.Watching;

/// <summary>Waits until the disk has changed and is quiet, refreshes, and tells what became of it.</summary>
internal sealed class WatchLoop(SchemeHost host, IReadOnlyList<string> directories, Action<RefreshReport> changed, PluginWatchOptions options)
{
    // A disk that is never quiet is read all the same after so many waits.
    private const int MostWaits = 10;

    // Taken when the loop is made: what changes from then on is told.
    private string _mark = FileMark.Of(options.Files);

    internal async Task RunAsync(CancellationToken cancellation)
    {
        using var bell = new DiskBell();
        // Listened to before it is first read, so that nothing slips between.
        bell.Listen(Watched);
        var missed = true;
        while (!cancellation.IsCancellationRequested)
        {
            try
            {
                var rung = missed || await bell.WaitAsync(options.Poll, cancellation).ConfigureAwait(false);
                missed = false;
                await SettleAsync(rung, bell, cancellation).ConfigureAwait(false);
                var now = FileMark.Of(options.Files);
                Tell(host.Refresh(cancellation), _mark != now);
                _mark = now;
                bell.Listen(Watched);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                // Disposed: nothing is half done, as a refresh that is given up changes nothing.
                return;
            }
        }
    }

    private IEnumerable<string> Watched =>
        directories.Concat(options.Files.Select(f => Path.GetDirectoryName(Path.GetFullPath(f))!)).Distinct(StringComparer.Ordinal);

    private async Task SettleAsync(bool rung, DiskBell bell, CancellationToken cancellation)
    {
        for (var waits = 0; rung && waits < MostWaits; waits++)
        {
            bell.Drain();
            await Task.Delay(options.Settle, cancellation).ConfigureAwait(false);
            rung = bell.Drain();
        }

        if (host.MissesFolders())
        {
            await Task.Delay(options.Grace, cancellation).ConfigureAwait(false);
        }
    }

    private void Tell(RefreshReport report, bool filesChanged)
    {
        if (!report.IsEmpty || filesChanged)
        {
            changed(report with { FilesChanged = filesChanged });
        }
    }
}
