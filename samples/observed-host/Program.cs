using IndicatorRules;
using IndicatorRules.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Directory.GetCurrentDirectory() });
builder.Services.AddIndicatorRules(options =>
{
    options.Plugins.Add("plugins");
    options.WarmUp.Add("national-revised");
});
builder.Services.AddOpenTelemetry()
    .WithMetrics(metrics => metrics.AddMeter("IndicatorRules").AddConsoleExporter())
    .WithTracing(traces => traces.AddSource("IndicatorRules").AddConsoleExporter());

using var app = builder.Build();
await app.StartAsync();
var schemes = app.Services.GetRequiredService<SchemeHost>();
(await schemes.AssessFileAsync("samples/jingle-2022/facts.json")).OrThrow();
await app.StopAsync();
