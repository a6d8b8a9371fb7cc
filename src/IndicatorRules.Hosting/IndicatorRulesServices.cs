using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Locking;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IndicatorRules.Hosting;

/// <summary>Adds a <see cref="SchemeHost"/> to an application.</summary>
public static class IndicatorRulesServices
{
    /// <summary>Adds one host, which services take as <see cref="SchemeHost"/>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configuration">The section that <see cref="IndicatorRulesOptions"/> is bound from.</param>
    /// <param name="configure">Changes the options that were bound; null for no change.</param>
    /// <example><code>
    /// builder.Services.AddIndicatorRules(builder.Configuration.GetSection("IndicatorRules"));
    /// app.MapPost("/assess", async (HttpRequest request, SchemeHost host, CancellationToken cancel) => …);
    /// </code></example>
    public static IServiceCollection AddIndicatorRules(
        this IServiceCollection services, IConfiguration configuration, Action<IndicatorRulesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        return Add(services, null, configuration, configure);
    }

    /// <summary>Adds one host, which services take as <see cref="SchemeHost"/>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options.</param>
    /// <example><code>
    /// builder.Services.AddIndicatorRules(options => options.WarmUp.Add("*"));
    /// builder.Services.AddHealthChecks().AddIndicatorRules();
    /// </code></example>
    public static IServiceCollection AddIndicatorRules(this IServiceCollection services, Action<IndicatorRulesOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, null, null, configure);
    }

    /// <summary>Adds a named host, which services take as <c>[FromKeyedServices("name")] SchemeHost</c>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The name of the host and its options.</param>
    /// <param name="configuration">The section that <see cref="IndicatorRulesOptions"/> is bound from.</param>
    /// <param name="configure">Changes the options that were bound; null for no change.</param>
    public static IServiceCollection AddIndicatorRules(
        this IServiceCollection services, string name, IConfiguration configuration, Action<IndicatorRulesOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configuration);
        return Add(services, name, configuration, configure);
    }

    /// <summary>Adds a named host, which services take as <c>[FromKeyedServices("name")] SchemeHost</c>.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="name">The name of the host and its options.</param>
    /// <param name="configure">Sets the options.</param>
    public static IServiceCollection AddIndicatorRules(
        this IServiceCollection services, string name, Action<IndicatorRulesOptions> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configure);
        return Add(services, name, null, configure);
    }

    /// <summary>
    /// Adds the checks of a host: <c>indicator-rules-live</c> with the tag <c>live</c>, healthy until the host is disposed, and
    /// <c>indicator-rules-ready</c> with the tag <c>ready</c>, whose states <see cref="IndicatorRulesOptions.Health"/> maps. The names of a
    /// named host's checks end with <c>-</c> and its name.
    /// </summary>
    /// <param name="builder">The application's health checks.</param>
    /// <param name="name">The host's name; null for the one without.</param>
    public static IHealthChecksBuilder AddIndicatorRules(this IHealthChecksBuilder builder, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var behind = name is null ? "" : $"-{name}";
        return builder
            .Add(new($"indicator-rules-live{behind}", services => new LiveCheck(State(services, name)), null, ["live"]))
            .Add(new($"indicator-rules-ready{behind}", services => new ReadyCheck(State(services, name)), null, ["ready"]));
    }

    private static HostedSchemes State(IServiceProvider services, string? name) =>
        services.GetRequiredKeyedService<HostedSchemes>(name ?? Options.DefaultName);

    private static IServiceCollection Add(
        IServiceCollection services, string? name, IConfiguration? configuration, Action<IndicatorRulesOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        var key = name ?? Options.DefaultName;
        if (services.Any(s => s.ServiceType == typeof(HostedSchemes) && Equals(s.ServiceKey, key)))
        {
            throw new InvalidOperationException(
                name is null ? "AddIndicatorRules was called twice; name the hosts." : $"There are two hosts named {name}.");
        }

        var options = services.AddOptions<IndicatorRulesOptions>(key);
        if (configuration is not null)
        {
            options.Bind(configuration, binder => binder.ErrorOnUnknownConfiguration = true);
        }

        if (configure is not null)
        {
            options.Configure(configure);
        }

        options.ValidateOnStart();
        services.AddSingleton<IValidateOptions<IndicatorRulesOptions>>(s => new OptionsValidation(key, ContentRoot(s)));
        services.AddKeyedSingleton(key, (s, _) => new HostedSchemes(
            name,
            s.GetRequiredService<IOptionsMonitor<IndicatorRulesOptions>>().Get(key),
            ContentRoot(s),
            s.GetService<ILoggerFactory>() ?? NullLoggerFactory.Instance,
            s.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddSingleton<IHostedService>(s => s.GetRequiredKeyedService<HostedSchemes>(key));
        if (name is null)
        {
            services.AddSingleton(s => s.GetRequiredKeyedService<HostedSchemes>(key).Host);
        }
        else
        {
            services.AddKeyedSingleton(name, (s, _) => s.GetRequiredKeyedService<HostedSchemes>(key).Host);
        }

        return services;
    }

    private static string ContentRoot(IServiceProvider services) =>
        services.GetService<IHostEnvironment>()?.ContentRootPath ?? AppContext.BaseDirectory;
}

/// <summary>Options and the content root → the options of a host.</summary>
internal static class OpenedOptions
{
    internal static string Full(string path, string contentRoot) => Path.GetFullPath(path, contentRoot);

    internal static SchemeHostOptions Of(IndicatorRulesOptions options, string contentRoot, Action<Diagnostic> noticed) => new()
    {
        PluginDirectories = options.Plugins.Count == 0
            ? [SchemeHostOptions.ApplicationPluginDirectory] : [.. options.Plugins.Select(p => Full(p, contentRoot))],
        PrecompiledDirectory = options.Precompiled is not { } precompiled ? SchemeHostOptions.DefaultPrecompiledDirectory
            : precompiled.Length == 0 ? null : Full(precompiled, contentRoot),
        StoreDirectory = options.Store is not { } store ? SchemeHostOptions.DefaultStoreDirectory
            : store.Length == 0 ? null : Full(store, contentRoot),
        Lock = options.LockFile is { } file ? LockFile.Read(Full(file, contentRoot)).OrThrow() : null,
        RuleBudget = options.RuleBudget,
        Isolation = options.Isolated ? new IsolationOptions() : null,
        Noticed = noticed,
    };
}
