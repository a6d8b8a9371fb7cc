using System.Collections.Concurrent;
using System.Collections.Immutable;
using IndicatorRules.Reloading;
using IndicatorRules.Schemes.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IndicatorRules.Hosting;

/// <summary>Opens a host, compiles the schemes to warm up, watches the plugins, logs, and disposes the host. Safe on any thread.</summary>
internal sealed class HostedSchemes : BackgroundService, IAsyncDisposable
{
    internal const string All = "*";

    private readonly Lazy<SchemeHost> _host;
    private readonly ILogger _logger;
    private readonly TimeProvider _clock;
    private readonly ConcurrentDictionary<string, ImmutableArray<Diagnostic>> _cold = new(StringComparer.Ordinal);
    private readonly string _name;
    private readonly Func<SchemeHostOptions, SchemeHost> _open;
    private readonly HashSet<string> _warm = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _news = new(0);
    private ImmutableArray<Diagnostic> _faults = [];
    private PluginWatch? _watch;
    private volatile bool _isWarm;

    internal HostedSchemes(
        string? name, IndicatorRulesOptions options, string contentRoot, ILoggerFactory loggers, TimeProvider clock,
        Func<SchemeHostOptions, SchemeHost>? open = null)
    {
        (Options, _clock, _name, _open) = (options, clock, name ?? "default", open ?? SchemeHost.Open);
        _logger = loggers.CreateLogger(name is null ? "IndicatorRules" : $"IndicatorRules.{name}");
        _isWarm = options.WarmUp.Count == 0;
        _host = new(() => Open(contentRoot));
    }

    internal IndicatorRulesOptions Options { get; }

    internal SchemeHost Host => _host.Value;

    /// <summary>Whether all schemes to warm up were tried.</summary>
    internal bool IsWarm => _isWarm;

    /// <summary>The diagnostics of the schemes to warm up that do not compile at present.</summary>
    internal ImmutableArray<Diagnostic> Cold => [.. _cold.OrderBy(c => c.Key, StringComparer.Ordinal).SelectMany(c => c.Value)];

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var host = Host;
        if (Options.Watch)
        {
            _watch = host.Watch(_ => { }, new PluginWatchOptions());
        }

        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken).ConfigureAwait(false);
        await DisposeWatchAsync().ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await DisposeWatchAsync().ConfigureAwait(false);
        Dispose();
    }

    public override void Dispose()
    {
        base.Dispose();
        if (_host.IsValueCreated)
        {
            _host.Value.Dispose();
        }

        _news.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await WarmAllAsync(stoppingToken).ConfigureAwait(false);
            _isWarm = true;
            await _news.WaitAsync(stoppingToken).ConfigureAwait(false);
        }
    }

    // A scheme that is no longer wanted, such as a version that another has replaced, is no longer cold either.
    private async Task WarmAllAsync(CancellationToken cancellationToken)
    {
        var wanted = Wanted().ToList();
        foreach (var gone in _cold.Keys.Except(wanted))
        {
            _cold.TryRemove(gone, out _);
        }

        foreach (var scheme in wanted.Where(s => !_warm.Contains(s)))
        {
            await WarmAsync(scheme, cancellationToken).ConfigureAwait(false);
        }
    }

    private IEnumerable<string> Wanted() => Options.WarmUp
        .SelectMany(s => s == All ? Host.Catalog.Available.Select(a => $"{a.Id}@[{a.Version}]") : [s])
        .Distinct(StringComparer.Ordinal);

    private async Task WarmAsync(string scheme, CancellationToken cancellationToken)
    {
        var start = _clock.GetTimestamp();
        try
        {
            var warmed = await Host.ValidateSchemeAsync(scheme, cancellationToken).ConfigureAwait(false);
            if (warmed.Succeeded)
            {
                _warm.Add(scheme);
                _cold.TryRemove(scheme, out _);
                _logger.WarmedUp(_name, scheme, _clock.GetElapsedTime(start).Ticks / TimeSpan.TicksPerMillisecond);
            }
            else
            {
                _cold[scheme] = warmed.Diagnostics;
                _logger.WarmUpFailed(_name, scheme, Text(warmed.Diagnostics));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException)
        {
            // The application ends.
            _logger.WarmUpEnded(_name, scheme);
        }
    }

    private SchemeHost Open(string contentRoot)
    {
        var options = OpenedOptions.Of(Options, contentRoot, Noticed);
        var host = _open(options);
        host.Changed += (_, report) => Changed(report);
        _logger.Opened(_name, host.Catalog.Available.Count(), string.Join(", ", options.PluginDirectories));
        foreach (var notice in host.Notices)
        {
            _logger.StoreUnused(_name, Text([notice]));
        }

        Tell(host.Faults);
        return host;
    }

    // After every refresh, by the watch or by the application itself.
    private void Changed(RefreshReport report)
    {
        foreach (var change in report.Changes)
        {
            var version = change.Version.ToString();
            switch (change.Kind)
            {
                case SchemeChangeKind.Refused:
                    _logger.Refused(_name, change.Id, version);
                    break;
                case SchemeChangeKind.Recovered:
                    _logger.Recovered(_name, change.Id, version);
                    break;
                case SchemeChangeKind.Withdrawn:
                    _logger.Withdrawn(_name, change.Id, version);
                    break;
                case SchemeChangeKind.Added:
                    _logger.Added(_name, change.Id, version);
                    break;
                default:
                    _logger.Replaced(_name, change.Id, version);
                    break;
            }
        }

        Tell(report.Diagnostics);
        foreach (var mended in report.Mended)
        {
            _logger.Mended(_name, Text([mended]));
        }

        // The change may have repaired a scheme to warm up, or brought another. The handler must not wait for its compilation.
        _news.Release();
    }

    // A report repeats all faults; only new ones are logged. Called with one report at a time.
    private void Tell(ImmutableArray<Diagnostic> faults)
    {
        foreach (var fault in faults.Except(_faults))
        {
            _logger.PluginFaulty(_name, Text([fault]));
        }

        _faults = faults;
    }

    private void Noticed(Diagnostic diagnostic)
    {
        if (diagnostic.Id == "IR4110")
        {
            _logger.SetAside(_name, Text([diagnostic]));
        }
        else
        {
            _logger.WorkerFailed(_name, Text([diagnostic]));
        }
    }

    private async ValueTask DisposeWatchAsync()
    {
        if (Interlocked.Exchange(ref _watch, null) is { } watch)
        {
            await watch.DisposeAsync().ConfigureAwait(false);
        }
    }

    private string Text(ImmutableArray<Diagnostic> diagnostics) =>
        string.Join(' ', diagnostics.Take(3).Select(d => d.Format(Options.Language)));
}
