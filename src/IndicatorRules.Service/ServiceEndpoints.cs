using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Service.Answering;
using IndicatorRules.Service.Recording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace IndicatorRules.Service;

/// <summary>Adds the service to an ASP.NET Core application.</summary>
public static class ServiceEndpoints
{
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Registers the service. The application registers its <see cref="SchemeHost"/> itself.</summary>
    /// <param name="services">The services of the application.</param>
    /// <param name="options">The options; the addresses to listen on are the application's own affair.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is not positive.</exception>
    public static IServiceCollection AddIndicatorRulesApi(this IServiceCollection services, ServiceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        options ??= new ServiceOptions();
        options.Validate();
        services.AddSingleton(options);
        services.AddSingleton(s => new Answerer(s.GetRequiredService<SchemeHost>(), options.MostRows, options.MostWaiting));
        if (options.Ledger is { } ledger)
        {
            services.AddSingleton<IAnswerRecord>(s => new LedgerRecording(s.GetRequiredService<SchemeHost>(), ledger, Exchange.Engine));
        }

        services.AddSingleton<Exchange>();
        services.AddSingleton<PluginsInForce>();
        services.AddSingleton<IHostedService>(s => s.GetRequiredService<PluginsInForce>());
        services.AddRateLimiter(limiter => RequestLimits.Set(limiter, options));
        services.AddOpenApi("v1", ApiDescription.Describe);
        return services;
    }

    /// <summary>
    /// Adds the endpoints, with their tokens, limits and problem details. The application's other endpoints have none of these.
    /// </summary>
    /// <param name="app">The application.</param>
    public static WebApplication MapIndicatorRulesApi(this WebApplication app) => Map(app, ownsAll: false);

    /// <summary>Adds the endpoints.</summary>
    /// <param name="app">The application.</param>
    /// <param name="ownsAll">Whether the application has no others, so that requests to unknown addresses are the service's too.</param>
    internal static WebApplication Map(WebApplication app, bool ownsAll)
    {
        ArgumentNullException.ThrowIfNull(app);
        var exchange = app.Services.GetRequiredService<Exchange>();
        var options = app.Services.GetRequiredService<ServiceOptions>();
        app.UseRouting();
        app.UseWhen(
            context => ownsAll || context.GetEndpoint()?.Metadata.GetMetadata<ServiceEndpoint>() is not null,
            ours =>
            {
                ours.Use((context, next) => exchange.GuardAsync(context, () => next(context)));
                ours.UseStatusCodePages(status => exchange.RefuseAsync(status.HttpContext, NoRoute(status.HttpContext)));
                ours.Use((context, next) =>
                {
                    RequestLimits.Identify(context, options);
                    return next(context);
                });
                ours.UseRateLimiter();
                ours.Use((context, next) =>
                {
                    RequestLimits.RequireToken(context);
                    return next(context);
                });
            });
        foreach (var kind in Enum.GetValues<QuestionKind>())
        {
            // Only a handler of several arguments is described in the OpenAPI document.
            Own(app.MapPost(ApiDescription.PathOf(kind), (HttpContext context, Exchange one) => one.AnswerAsync(context, kind)));
        }

        Own(app.MapMethods(ApiDescription.Schemes, Reading, (HttpContext context, SchemeHost host) => SchemesAsync(context, host)));
        Own(app.MapOpenApi());
        MapHealth(app);
        return app;
    }

    private static void MapHealth(WebApplication app)
    {
        Open(app.MapMethods("/ping", Reading, () => Results.Text("pong\n")));
        if (app.Services.GetService<HealthCheckService>() is not null)
        {
            // The application has checks of its own, such as those of IndicatorRules.Hosting.
            Open(app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = check => check.Tags.Contains("live") }));
            Open(app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains("ready") }));
            return;
        }

        var plugins = app.Services.GetRequiredService<PluginsInForce>();
        Open(app.MapMethods("/health/live", Reading, () => Results.Text("live\n")));
        Open(app.MapMethods("/health/ready", Reading, () => !plugins.IsReady
            ? Results.Text("starting\n", statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text(plugins.IsDegraded ? "degraded\n" : "ready\n")));
    }

    private static void Own(IEndpointConventionBuilder endpoint) => endpoint.WithMetadata(new ServiceEndpoint(IsOpen: false));

    private static void Open(IEndpointConventionBuilder endpoint) =>
        endpoint.WithMetadata(new ServiceEndpoint(IsOpen: true)).DisableRateLimiting();

    private static async Task SchemesAsync(HttpContext context, SchemeHost host)
    {
        var language = RequestReading.LanguageOf(context.Request);
        var bytes = SchemesJson.Write(host, language);
        var tag = $"\"{Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes))}\"";
        Exchange.SetHeaders(context.Response, language);
        context.Response.Headers.ETag = tag;
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(t => t.Tag == tag || t.Tag == "*"))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = AnswerForm.Json.Header;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted).ConfigureAwait(false);
    }

    private static RefusedException NoRoute(HttpContext context) => RefusedException.Of(
        context.Response.StatusCode, DiagnosticCatalog.ServiceRoute, "-", Exchange.Shown(context.Request.Path.Value),
        Exchange.Shown(context.Request.Method));
}
