using System.Collections.Immutable;
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
    private ImmutableArray<Diagnostic> _cold = [];

    /// <summary>Whether all schemes are compiled, as far as they can be.</summary>
    internal bool IsReady => _isWarm;

    /// <summary>Whether a plugin has errors, so that it is not in force or its last version still is.</summary>
    internal bool IsDegraded => host.Faults.Concat(_cold).Any(d => d.Severity == Severity.Error);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        Log(host.Faults);
        // This watch or the application refreshes.
        host.Changed += Changed;
        await using var watch = options.Watch ? host.Watch(_ => { }) : null;
        try
        {
            // Before anything else: the files may change at any time.
            await PrepareAsync(stoppingToken).ConfigureAwait(false);
            await WarmUpAsync(stoppingToken).ConfigureAwait(false);
            _isWarm = true;
            while (true)
            {
                await PrepareAsync(stoppingToken).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            logger.LogDebug("The watch ends.");
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

    // Waits for the next change of schemes.
    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await _news.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await (record?.PrepareAsync(cancellationToken) ?? Task.CompletedTask).ConfigureAwait(false);
        }
        catch (RefusedException e)
        {
            // The next answer tries again, and is refused if it fails.
            Log([.. e.Diagnostics, .. e.Hidden]);
        }
    }

    private async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        foreach (var id in options.WarmUp ? host.Catalog.Available.Select(a => a.Id).Distinct().ToList() : [])
        {
            var review = await host.ValidateSchemeAsync(id, cancellationToken).ConfigureAwait(false);
            if (!review.Succeeded)
            {
                Log(review.Diagnostics);
                _cold = _cold.AddRange(review.Diagnostics);
            }
        }
    }

    private void Changed(object? sender, RefreshReport report)
    {
        _cold = [];
        foreach (var change in report.Changes)
        {
            logger.LogInformation("{Scheme}: {Change}", $"{change.Id}@{change.Version}", change.Kind);
        }

        Log(report.Diagnostics);
        _news.Release();
    }

    private void Log(IEnumerable<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics)
        {
            var level = diagnostic.Severity == Severity.Error ? LogLevel.Error : LogLevel.Warning;
            logger.Log(level, "{Diagnostic}", diagnostic.Format(Language.En));
        }
    }
}
