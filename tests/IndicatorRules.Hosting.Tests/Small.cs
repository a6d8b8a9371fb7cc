using IndicatorRules.Contract.Facts;
using IndicatorRules.Protocol;
using IndicatorRules.Scripting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace IndicatorRules.Hosting.Tests;

/// <summary>An application over one small scheme of its own, without a store unless the test names one.</summary>
internal sealed class Small : IDisposable
{
    internal const string Id = "small";

    internal TempFolder Folder { get; } = new();

    internal static PlaceFacts Facts { get; } = PlaceFacts.For("140926", "静乐县", Id).Year(2022, y => y.Number("share", 28)).Build();

    internal Small() => Put(Id, "AtLeast(20)");

    internal static FakeLogCollector LogsOf(IServiceProvider services) => services.GetFakeLogCollector();

    internal void Put(string id, string rule, string version = "1.0.0") => Folder.Write($"plugins/{id}/scheme.json", $$"""
        {
          "$schema": "scheme.schema.json", "id": "{{id}}", "version": "{{version}}", "contract": "[1.0.0,2.0.0)",
          "title": "小表", "issuer": "静乐县", "level": "county", "source": { "document": "规划", "table": "1" },
          "domains": [{ "id": "d", "name": "领域", "tasks": [{ "id": "t", "name": "任务" }] }],
          "indicators": [{ "id": "share", "number": 1, "task": "t", "name": "占比", "unit": "%", "binding": "binding", "target": "≥20",
            "rule": "{{rule}}" }]
        }
        """);

    internal IHost Start(Action<IServiceCollection> add, bool starts = true)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = Folder.Path });
        builder.Logging.AddFakeLogging();
        add(builder.Services);
        var host = builder.Build();
        if (starts)
        {
            host.Start();
        }

        return host;
    }

    internal IHost Start(params (string Key, string Value)[] settings) => Start(services =>
    {
        services.AddIndicatorRules(Section(settings));
        services.AddHealthChecks().AddIndicatorRules();
    });

    internal static IConfiguration Section(params (string Key, string Value)[] settings) => new ConfigurationBuilder()
        .AddInMemoryCollection(
            ((string Key, string Value)[])[("Plugins:0", "plugins"), ("Store", ""), .. settings] is var all
                ? all.GroupBy(s => s.Key).Select(g => KeyValuePair.Create(g.Key, (string?)g.Last().Value)) : [])
        .Build();

    internal static async Task<HealthReportEntry> HealthAsync(IHost host, string check = "indicator-rules-ready")
    {
        var report = await host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
        return report.Entries[check];
    }

    internal static async Task Until(Func<bool> holds)
    {
        for (var i = 0; i < 600 && !holds(); i++)
        {
            await Task.Delay(50);
        }

        Assert.True(holds());
    }

    public void Dispose() => Folder.Dispose();
}

/// <summary>Fails as it is told, and compiles where it is told nothing.</summary>
internal sealed class FaultyCompiler : IRuleCompiler, IDisposable
{
    private readonly CompileWorker _worker = new();

    internal Exception? Fault { get; set; }

    public CompileResponse Compile(CompileRequest request, CancellationToken cancellationToken = default) =>
        Fault is { } fault ? throw fault : _worker.Compile(request, cancellationToken);

    internal SchemeHost Open(SchemeHostOptions options) => SchemeHost.Open(new SchemeHostOptions
    {
        PluginDirectories = options.PluginDirectories,
        StoreDirectory = options.StoreDirectory,
        Noticed = options.Noticed,
        Compiler = this,
    });

    public void Dispose() => _worker.Dispose();
}
