using IndicatorRules.Contract;
using IndicatorRules.Reloading;
using IndicatorRules.Scripting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;

namespace IndicatorRules.Hosting.Tests;

public sealed class HostingTests : IDisposable
{
    private readonly Small _small = new();

    public void Dispose() => _small.Dispose();

    [Fact]
    public async Task Host_FromConfiguration_JudgesAndIsDisposedAtTheEnd()
    {
        SchemeHost schemes;
        using (var app = _small.Start(("WarmUp:0", "*")))
        {
            schemes = app.Services.GetRequiredService<SchemeHost>();
            Assert.Equal(Status.Met, (await schemes.AssessAsync(Small.Facts)).OrThrow().Find("share")!.Status);
            await Small.Until(() => Ids(app).Contains(1003));
            Assert.Equal(HealthStatus.Healthy, (await Small.HealthAsync(app)).Status);
            Assert.Equal(HealthStatus.Healthy, (await Small.HealthAsync(app, "indicator-rules-live")).Status);
            await app.StopAsync();
        }

        await Assert.ThrowsAsync<ObjectDisposedException>(() => schemes.AssessAsync(Small.Facts));
    }

    [Theory]
    [InlineData("Plugins:0", "nowhere", "Plugins: ")]
    [InlineData("Plugins:0", " ", "Plugins: ")]
    [InlineData("Precompiled", "nowhere", "Precompiled: ")]
    [InlineData("LockFile", "nowhere.json", "LockFile: ")]
    [InlineData("LockFile", "plugins/small/scheme.json", "LockFile: ")]
    [InlineData("RuleBudget", "0", "RuleBudget: ")]
    [InlineData("WarmUp:0", "small@@1", "WarmUp: ")]
    [InlineData("Language", "7", "Language: ")]
    public void Options_Wrong_EndTheStartWithWhatIsWrong(string key, string value, string told)
    {
        var error = Assert.Throws<OptionsValidationException>(() => _small.Start((key, value)));

        Assert.NotEmpty(error.Failures);
        Assert.All(error.Failures, f => Assert.StartsWith(told, f, StringComparison.Ordinal));
    }

    [Fact]
    public void Options_MissingFolder_AreToldByTheFullPath() => Assert.Contains(
        Path.Combine(_small.Folder.Path, "nowhere"),
        Assert.Throws<OptionsValidationException>(() => _small.Start(("Plugins:0", "nowhere"))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Options_WithoutPlugins_OpenThoseThatTheBuildPutBesideTheApplication()
    {
        var opened = OpenedOptions.Of(new IndicatorRulesOptions(), _small.Folder.Path, _ => { });

        Assert.Equal([SchemeHostOptions.ApplicationPluginDirectory], opened.PluginDirectories);
        Assert.Equal(SchemeHostOptions.DefaultPrecompiledDirectory, opened.PrecompiledDirectory);
        Assert.Null(OpenedOptions.Of(new IndicatorRulesOptions { Precompiled = "" }, _small.Folder.Path, _ => { }).PrecompiledDirectory);
    }

    [Fact]
    public void Options_WithoutPlugins_AreToldWhereTheBuildPutsThem() => Assert.Contains(
        SchemeHostOptions.ApplicationPluginDirectory,
        Assert.Single(Assert.Throws<OptionsValidationException>(() => _small.Start(s => s.AddIndicatorRules(_ => { }))).Failures),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("Plugin", "plugins")]
    [InlineData("Watch", "often")]
    public void Options_UnknownOrOfAnotherType_EndTheStart(string key, string value) =>
        Assert.ThrowsAny<InvalidOperationException>(() => _small.Start((key, value)));

    [Fact]
    public void Hosts_Twice_AreAnError() => Assert.Throws<InvalidOperationException>(() => new ServiceCollection()
        .AddIndicatorRules(o => o.Plugins.Add("a")).AddIndicatorRules(o => o.Plugins.Add("b")));

    [Fact]
    public async Task Hosts_Named_AreApart()
    {
        _small.Folder.Write("other/plugins/.keep", "");
        using var app = _small.Start(services =>
        {
            services.AddIndicatorRules("north", Small.Section());
            services.AddIndicatorRules("south", o => (o.Store, _) = ("", Add(o.Plugins, "other/plugins")));
            services.AddHealthChecks().AddIndicatorRules("north").AddIndicatorRules("south");
        });
        var north = app.Services.GetRequiredKeyedService<SchemeHost>("north");
        var south = app.Services.GetRequiredKeyedService<SchemeHost>("south");

        Assert.Null(app.Services.GetService<SchemeHost>());
        Assert.Equal([1, 0], new[] { north, south }.Select(h => h.Catalog.Available.Count()));
        Assert.True((await north.AssessAsync(Small.Facts)).Succeeded);
        Assert.False((await south.AssessAsync(Small.Facts)).Succeeded);
        Assert.Equal(HealthStatus.Healthy, (await Small.HealthAsync(app, "indicator-rules-ready-north")).Status);
        Assert.Contains("IndicatorRules.north", Small.LogsOf(app.Services).GetSnapshot().Select(r => r.Category));

        static bool Add(IList<string> to, string value)
        {
            to.Add(value);
            return true;
        }
    }

    [Fact]
    public async Task Watch_BrokenAndMended_IsLoggedAndDegradesMeanwhile()
    {
        using var app = _small.Start(("Watch", "true"), ("WarmUp:0", Small.Id));
        await Small.Until(() => Ids(app).Contains(1003));

        _small.Put(Small.Id, "AtLeast(");
        await Small.Until(() => Ids(app).Contains(1013) && Ids(app).Contains(1002));
        Assert.Equal(HealthStatus.Degraded, (await Small.HealthAsync(app)).Status);

        _small.Put(Small.Id, "AtLeast(20)");
        await Small.Until(() => Ids(app).Contains(1014) && Ids(app).Contains(1015));
        Assert.Equal(HealthStatus.Healthy, (await Small.HealthAsync(app)).Status);

        _small.Put(Small.Id, "AtLeast(30)");
        await Small.Until(() => Ids(app).Contains(1011));
        Assert.Equal(
            Status.NotMet,
            (await app.Services.GetRequiredService<SchemeHost>().AssessAsync(Small.Facts)).OrThrow().Find("share")!.Status);

        _small.Put("second", "AtLeast(1)");
        await Small.Until(() => Ids(app).Contains(1010));
        Directory.Delete(_small.Folder.In("plugins/second"), recursive: true);
        await Small.Until(() => Ids(app).Contains(1012));
        await app.StopAsync();
    }

    [Fact]
    public async Task Refresh_ByTheApplication_IsLoggedAsTheWatchsAre()
    {
        using var app = _small.Start();
        var schemes = app.Services.GetRequiredService<SchemeHost>();
        await schemes.AssessAsync(Small.Facts);
        _small.Put(Small.Id, "AtLeast(25)");

        Assert.Equal(SchemeChangeKind.Replaced, Assert.Single((await schemes.RefreshAsync()).Changes).Kind);
        Assert.Contains(1011, Ids(app));
    }

    [Fact]
    public async Task WarmUp_SchemeThatDoesNotCompile_IsNotReadyUntilItDoes()
    {
        _small.Put(Small.Id, "AtLeast(");
        using var app = _small.Start(("WarmUp:0", Small.Id), ("WarmUp:1", "absent"), ("Watch", "true"));
        await Small.Until(() => Ids(app).Count(i => i == 1004) == 2);
        var sick = await Small.HealthAsync(app);

        Assert.Equal(HealthStatus.Unhealthy, sick.Status);
        Assert.DoesNotContain(_small.Folder.Path, sick.Description, StringComparison.Ordinal);

        _small.Put(Small.Id, "AtLeast(20)");
        _small.Put("absent", "AtLeast(20)");
        await Small.Until(() => Small.HealthAsync(app).Result.Status == HealthStatus.Healthy);
    }

    [Fact]
    public async Task WarmUp_VersionThatDoesNotCompile_IsForgottenWhenAnotherReplacesIt()
    {
        _small.Put(Small.Id, "AtLeast(");
        using var app = _small.Start(("WarmUp:0", "*"), ("Watch", "true"));
        await Small.Until(() => Ids(app).Contains(1004));
        Assert.Equal(HealthStatus.Unhealthy, (await Small.HealthAsync(app)).Status);

        Directory.Delete(_small.Folder.In($"plugins/{Small.Id}"), recursive: true);
        _small.Put("second", "AtLeast(1)");
        await Small.Until(() => Small.HealthAsync(app).Result.Status == HealthStatus.Healthy);
    }

    [Fact]
    public async Task Health_Mapped_IsAsTheOptionsSay()
    {
        _small.Put(Small.Id, "AtLeast(");
        using var app = _small.Start(("WarmUp:0", Small.Id), ("Health:WarmUpFailed", "Degraded"), ("Health:WarmingUp", "Degraded"));
        await Small.Until(() => Ids(app).Contains(1004));

        Assert.Equal(HealthStatus.Degraded, (await Small.HealthAsync(app)).Status);
    }

    [Fact]
    public async Task Store_Unused_IsLoggedWithTheReason()
    {
        _small.Folder.Write("file", "");
        using var app = _small.Start(("Store", "file"), ("Health:StoreUnused", "Degraded"));
        await app.Services.GetRequiredService<SchemeHost>().AssessAsync(Small.Facts);

        Assert.Contains("IR4115", (await Small.HealthAsync(app)).Description, StringComparison.Ordinal);
        Assert.Equal(HealthStatus.Degraded, (await Small.HealthAsync(app)).Status);
    }

    [Fact]
    public async Task Worker_Failing_IsLoggedWithItsLastWords_AndRetryTriesAgain()
    {
        using var compiler = new FaultyCompiler
        {
            Fault = new CompileWorkerException(new LocalizedText("结束了", "ended"), "Permission denied: some.dll"),
        };
        var logs = new FakeLogCollector();
        using var loggers = LoggerFactory.Create(b => b.AddProvider(new FakeLoggerProvider(logs)));
        var options = new IndicatorRulesOptions { Store = "", Plugins = { "plugins" } };
        await using var hosted = new HostedSchemes(null, options, _small.Folder.Path, loggers, TimeProvider.System, compiler.Open);
        await hosted.StartAsync(default);
        for (var i = 0; i < 3; i++)
        {
            Assert.False((await hosted.Host.AssessAsync(Small.Facts)).Succeeded);
        }

        Assert.Equal(3, logs.GetSnapshot().Count(r => r is { Id.Id: 1020, Level: LogLevel.Warning }
            && r.Message.Contains("Permission denied: some.dll", StringComparison.Ordinal)));
        Assert.Contains(logs.GetSnapshot(), r => r is { Id.Id: 1021, Level: LogLevel.Error });
        Assert.Equal("IR4110", Assert.Single(hosted.Host.Failing).Id);
        var check = await new ReadyCheck(hosted).CheckHealthAsync(new HealthCheckContext());
        Assert.Equal(HealthStatus.Degraded, check.Status);

        compiler.Fault = null;
        Assert.Equal("IR4110", Assert.Single((await hosted.Host.AssessAsync(Small.Facts)).Diagnostics).Id);
        Assert.False(hosted.Host.Retry("nothing"));
        Assert.True(hosted.Host.Retry(Small.Id));
        Assert.True((await hosted.Host.AssessAsync(Small.Facts)).Succeeded);
        Assert.Empty(hosted.Host.Failing);
        await hosted.StopAsync(default);
    }

    [Fact]
    public void Noticed_ThatThrows_IsReportedToTheRequest()
    {
        using var compiler = new FaultyCompiler { Fault = new CompileWorkerException(new LocalizedText("结束了", "ended")) };
        using var host = compiler.Open(new SchemeHostOptions
        {
            PluginDirectories = [_small.Folder.In("plugins")],
            StoreDirectory = null,
            Noticed = _ => throw new InvalidOperationException("no disk for logs"),
        });

        Assert.Equal(["IR4011", "IR4114"], host.Assess(Small.Facts).Diagnostics.Select(d => d.Id).Order());
    }

    private static int[] Ids(IHost app) => [.. Small.LogsOf(app.Services).GetSnapshot().Select(r => r.Id.Id)];
}
