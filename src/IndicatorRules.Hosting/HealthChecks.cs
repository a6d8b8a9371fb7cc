using IndicatorRules.Schemes.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace IndicatorRules.Hosting;

/// <summary>Healthy until the host is disposed: a restart of the process repairs nothing else.</summary>
internal sealed class LiveCheck(HostedSchemes hosted) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            return Task.FromResult(HealthCheckResult.Healthy($"{hosted.Host.Catalog.Available.Count()} schemes"));
        }
        catch (ObjectDisposedException)
        {
            return Task.FromResult(HealthCheckResult.Unhealthy("The host is disposed."));
        }
    }
}

/// <summary>Reports the worst of the host's states, as the options map them to health. Its text has diagnostic ids and no paths.</summary>
internal sealed class ReadyCheck(HostedSchemes hosted) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var (health, host) = (hosted.Options.Health, hosted.Host);
        var states = new List<(HealthStatus Status, string Text)>();
        try
        {
            if (!hosted.IsWarm)
            {
                states.Add((health.WarmingUp, "schemes are being compiled"));
            }

            Add(hosted.Cold, health.WarmUpFailed, "a scheme to warm up cannot be compiled", states);
            Add(host.Faults.Where(d => d.Severity == Severity.Error), health.PluginFaulty, "a plugin on disk is faulty", states);
            Add(host.Failing, health.SchemeFailing, "a scheme cannot be compiled now", states);
            Add(host.Notices, health.StoreUnused, "the store is not used", states);
        }
        catch (ObjectDisposedException)
        {
            states.Add((HealthStatus.Unhealthy, "the host is disposed"));
        }

        // Unhealthy is 0 and Healthy 2.
        var status = states.Select(s => s.Status).Append(HealthStatus.Healthy).Min();
        return Task.FromResult(new HealthCheckResult(status, states.Count == 0 ? "ready" : string.Join("; ", states.Select(s => s.Text))));
    }

    private static void Add(
        IEnumerable<Diagnostic> diagnostics, HealthStatus status, string text, List<(HealthStatus, string)> states)
    {
        var ids = string.Join(", ", diagnostics.Select(d => d.Id).Distinct().Order(StringComparer.Ordinal));
        if (ids.Length > 0)
        {
            states.Add((status, $"{text} ({ids})"));
        }
    }
}
