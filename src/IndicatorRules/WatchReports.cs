using System.Threading.Channels;
using IndicatorRules.Reloading;
using IndicatorRules.Watching;

namespace IndicatorRules;

/// <summary>Queues every report of a host and passes them to a watch's callback one after another. Safe on any thread.</summary>
internal sealed class WatchReports : IDisposable
{
    private readonly Channel<RefreshReport> _waiting = Channel.CreateUnbounded<RefreshReport>(
        new UnboundedChannelOptions { SingleReader = true });
    private readonly SchemeHost _host;
    private readonly Action<RefreshReport> _changed;
    private readonly Action<Exception>? _failed;
    private int _filesChanged;

    internal WatchReports(SchemeHost host, Action<RefreshReport> changed, Action<Exception>? failed)
    {
        (_host, _changed, _failed) = (host, changed, failed);
        host.Changed += Take;
    }

    internal Exception? LastFault { get; private set; }

    /// <summary>Notes changes of further files: the next report has them, or <see cref="AddFiles"/> creates one.</summary>
    internal void NoteFiles() => Volatile.Write(ref _filesChanged, 1);

    /// <summary>Reports changes of further files unless another report did.</summary>
    internal void AddFiles()
    {
        if (Volatile.Read(ref _filesChanged) != 0)
        {
            Add(RefreshReport.Nothing);
        }
    }

    internal void Add(RefreshReport report) =>
        _waiting.Writer.TryWrite(Interlocked.Exchange(ref _filesChanged, 0) != 0 ? report.WithFiles() : report);

    internal async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var report in _waiting.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                Call(report);
            }
        }
        catch (OperationCanceledException)
        {
            // Disposed: reports end here.
        }
    }

    public void Dispose()
    {
        _host.Changed -= Take;
        _waiting.Writer.TryComplete();
    }

    private void Take(object? sender, RefreshReport report) => Add(report);

    private void Call(RefreshReport report)
    {
        try
        {
            _changed(report);
        }
        catch (Exception e)
        {
            // A fault of the application's callback: it is passed back to the application, and reports continue.
            LastFault = e;
            Hand(e);
        }
    }

    private void Hand(Exception fault)
    {
        try
        {
            _failed?.Invoke(fault);
        }
        catch (Exception e)
        {
            LastFault = e;
        }
    }
}
