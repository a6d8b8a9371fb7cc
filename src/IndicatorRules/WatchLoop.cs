using System.Collections.Immutable;
using IndicatorRules.Reloading;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Watching;
using IndicatorRules.Workers;

namespace IndicatorRules;

/// <summary>Waits until the disk has changed and is quiet, then refreshes; runs until it is cancelled or the host is disposed.</summary>
internal sealed class WatchLoop(SchemeHost host, IReadOnlyList<string> directories, WatchReports reports, PluginWatchOptions options)
{
    // A disk that is never quiet is read anyway after this many waits.
    private const int MostWaits = 10;

    // Taken at construction: changes from then on are reported.
    private string _mark = FileMark.Of(options.Files);
    private ImmutableArray<Diagnostic> _failed = [];

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        using var bell = new DiskBell();
        var (missed, failed) = (true, false);
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (failed)
                {
                    await Task.Delay(options.Poll, cancellationToken).ConfigureAwait(false);
                }

                // Watch before reading, so that no change is missed between the two.
                bell.Listen(Watched);
                var rung = missed || failed || await bell.WaitAsync(options.Poll, cancellationToken).ConfigureAwait(false);
                (missed, failed) = (false, false);
                await SettleAsync(rung, bell, cancellationToken).ConfigureAwait(false);
                var now = FileMark.Of(options.Files);
                if (_mark != now)
                {
                    reports.NoteFiles();
                    _mark = now;
                }

                await LookAsync(cancellationToken).ConfigureAwait(false);
                reports.AddFiles();
            }
            catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
            {
                // The host was disposed: nothing is half done, since an interrupted refresh changes nothing.
                return;
            }
            catch (ObjectDisposedException) when (host.IsDisposed)
            {
                return;
            }
            catch (Exception e)
            {
                // Any fault may be temporary: it is reported once, and so is its end.
                Fail(e);
                failed = true;
            }
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        await SchemeHost.OnThread(() => host.Look(cancellationToken), cancellationToken).ConfigureAwait(false);
        if (!_failed.IsEmpty)
        {
            reports.Add(new RefreshReport([], []) { Mended = _failed });
            _failed = [];
        }
    }

    private void Fail(Exception e)
    {
        ImmutableArray<Diagnostic> failed =
            [new(DiagnosticCatalog.RefreshFailed, SchemeHost.FirstDirectory(directories), [ErrorOutput.Shown(e.Message)])];
        if (!failed.SequenceEqual(_failed))
        {
            _failed = failed;
            reports.Add(new RefreshReport([], failed));
        }
    }

    private IEnumerable<string> Watched =>
        directories.Concat(options.Files.Select(f => Path.GetDirectoryName(Path.GetFullPath(f))!)).Distinct(StringComparer.Ordinal);

    private async Task SettleAsync(bool rung, DiskBell bell, CancellationToken cancellationToken)
    {
        for (var waits = 0; rung && waits < MostWaits; waits++)
        {
            bell.Drain();
            await Task.Delay(options.Settle, cancellationToken).ConfigureAwait(false);
            rung = bell.Drain();
        }

        if (host.MissesFolders())
        {
            await Task.Delay(options.Grace, cancellationToken).ConfigureAwait(false);
        }
    }
}
