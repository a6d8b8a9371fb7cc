using System.Collections.Immutable;
using System.Net;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Service.Answering;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IndicatorRules.Service;

/// <summary>The service as a program of its own. It reads neither configuration files nor environment variables.</summary>
public static class ServiceServer
{
    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>Validates options: addresses, and tokens where other machines can reach one of them.</summary>
    /// <returns>What is wrong; empty if nothing is.</returns>
    public static ImmutableArray<Diagnostic> Validate(ServiceOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var bag = new DiagnosticBag();
        foreach (var address in options.Listen)
        {
            // An IPv6 address without a port would parse too.
            if (!IPEndPoint.TryParse(address, out var at)
                || (address.AsSpan().Count(':') != 1 && !address.Contains("]:", StringComparison.Ordinal)))
            {
                bag.Add(DiagnosticCatalog.ListenAddress, new Location(address), address);
            }
            else if (options.Tokens.IsEmpty && !IPAddress.IsLoopback(at.Address))
            {
                bag.Add(DiagnosticCatalog.ListensBeyondLoopback, new Location(address), address);
            }
        }

        return bag.ToImmutable();
    }

    /// <summary>Serves until it is cancelled.</summary>
    /// <param name="host">The schemes. The caller disposes it afterwards.</param>
    /// <param name="options">The options.</param>
    /// <param name="started">Called once with the addresses, when the service listens.</param>
    /// <param name="log">Takes each line of the log, on any thread.</param>
    /// <param name="cancellationToken">Ends the service: running requests are answered, no new ones are taken.</param>
    /// <returns>Why it could not start; empty after a normal end.</returns>
    public static async Task<ImmutableArray<Diagnostic>> RunAsync(
        SchemeHost host, ServiceOptions options, Action<IReadOnlyList<string>> started, Action<string> log,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        ArgumentNullException.ThrowIfNull(started);
        ArgumentNullException.ThrowIfNull(log);
        if (Validate(options) is { IsEmpty: false } faults)
        {
            return faults;
        }

        await using var app = Create(host, options, log);
        try
        {
            await app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or System.Net.Sockets.SocketException)
        {
            var (where, why) = (string.Join(' ', options.Listen), VisibleText.OneLine(e.GetBaseException().Message));
            return [new Diagnostic(DiagnosticCatalog.ListenFailed, new Location(where), [where, why])];
        }

        started([.. app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses]);
        await app.WaitForShutdownAsync(cancellationToken).ConfigureAwait(false);
        return [];
    }

    internal static WebApplication Create(
        SchemeHost host, ServiceOptions options, Action<string> log, Action<IServiceCollection>? add = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.AddProvider(new LineLog(log)).SetMinimumLevel(LogLevel.Information)
            .AddFilter("Microsoft", LogLevel.Warning)
            // A start that fails is a diagnostic.
            .AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.AddRouting();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.MostBytes;
            foreach (var address in options.Listen)
            {
                kestrel.Listen(IPEndPoint.Parse(address));
            }
        });
        builder.Services.AddSingleton(host);
        builder.Services.AddIndicatorRulesApi(options);
        builder.Services.AddHostFiltering(hosts => (hosts.AllowedHosts, hosts.IncludeFailureMessage) = (HostsOf(options), false));
        // Requests that run are answered before the service ends.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = options.Timeout + Grace);
        add?.Invoke(builder.Services);
        var app = builder.Build();
        var exchange = app.Services.GetRequiredService<Exchange>();
        // All other refusals have a body.
        app.UseStatusCodePages(status => exchange.RefuseAsync(status.HttpContext, RefusedException.Of(
            status.HttpContext.Response.StatusCode, DiagnosticCatalog.ServiceHostName, "Host",
            Exchange.Shown(status.HttpContext.Request.Host.Value))));
        app.UseHostFiltering();
        return ServiceEndpoints.Map(app, ownsAll: true);
    }

    // On loopback, a name of the internet that resolves to this machine is a web page's attempt to reach the service.
    private static List<string> HostsOf(ServiceOptions options) => !options.Hosts.IsEmpty ? [.. options.Hosts]
        : options.Listen.All(l => IPAddress.IsLoopback(IPEndPoint.Parse(l).Address)) ? [.. Loopback]
        : ["*"];
}

/// <summary>A log of lines.</summary>
internal sealed class LineLog(Action<string> write) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Category(write);

    public void Dispose()
    {
        // Owns nothing.
    }

    private sealed class Category(Action<string> write) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var level = logLevel == LogLevel.Information ? "" : $"{logLevel}: ".ToLowerInvariant();
            var id = eventId.Id == 0 ? "" : $"[{eventId.Id}] ";
            write(VisibleText.OneLine($"{id}{level}{formatter(state, exception)}"));
            if (exception is not null)
            {
                write(VisibleText.Layout($"{exception}"));
            }
        }
    }
}
