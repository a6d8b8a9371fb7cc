using IndicatorRules.Contract;
using IndicatorRules.Reloading;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Service.Answering;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IndicatorRules.Service;

/// <summary>Compiles all schemes at the start and watches their folders.</summary>
internal sealed class PluginsInForce(
    SchemeHost host, ServiceOptions options, ILogger<PluginsInForce> logger, IAnswerRecord? record = null) : BackgroundService
{
    private readonly SemaphoreSlim _news = new(1);
    private volatile bool _isWarm;
    private volatile bool _isCold;

    /// <summary>Whether all schemes are compiled, as far as they can be.</summary>
    internal bool IsReady => _isWarm;

    /// <summary>
    /// Whether something is to be mended though requests are answered: a plugin has errors, so that it is not in force or its last version
    /// still is; or the record cannot be written.
    /// </summary>
    internal bool IsDegraded =>
        _isCold || record is { IsFailing: true } || host.Faults.Any(d => d.Severity == Severity.Error) || !host.Failing.IsEmpty;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        Tell(host.Faults);
        // This watch or the application refreshes.
        host.Changed += Changed;
        await using var watch = options.Watch ? host.Watch(_ => { }) : null;
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await _news.WaitAsync(stoppingToken).ConfigureAwait(false);
                await AdoptAsync(stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            logger.WatchEnded();
        }
        finally
        {
            host.Changed -= Changed;
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _news.Dispose();
        base.Dispose();
    }

    // What is in force now: recorded first, since the files may change at any time, and then compiled.
    private async Task AdoptAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RecordAsync(cancellationToken).ConfigureAwait(false);
            _isCold = options.WarmUp && await IsColdAsync(cancellationToken).ConfigureAwait(false);
            if (!_isWarm)
            {
                logger.Warm();
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // An exception that left this service would end the application.
            _isCold = true;
            logger.WatchFailed(e);
        }

        _isWarm = true;
    }

    private async Task RecordAsync(CancellationToken cancellationToken)
    {
        try
        {
            await (record?.PrepareAsync(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        }
        catch (RefusedException e)
        {
            // The next answer tries again, and is refused if it fails.
            Tell([.. e.Diagnostics, .. e.Hidden]);
        }
    }

    // Whether a scheme cannot be compiled. What is compiled already takes no time.
    private async Task<bool> IsColdAsync(CancellationToken cancellationToken)
    {
        var isCold = false;
        foreach (var (id, version) in host.Catalog.Available.ToList())
        {
            var review = await host.ValidateSchemeAsync($"{id}@[{version}]", cancellationToken).ConfigureAwait(false);
            Tell(review.Succeeded ? [] : review.Diagnostics);
            isCold |= !review.Succeeded;
        }

        return isCold;
    }

    private void Changed(object? sender, RefreshReport report)
    {
        foreach (var change in report.Changes)
        {
            logger.SchemeChanged($"{change.Id}@{change.Version}", $"{change.Kind}");
        }

        Tell(report.Diagnostics);
        _news.Release();
    }

    private void Tell(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            if (diagnostic.Severity == Severity.Error)
            {
                logger.PluginFaulty(diagnostic.Format(Language.En));
            }
            else
            {
                logger.PluginDoubtful(diagnostic.Format(Language.En));
            }
        }
    }
}
