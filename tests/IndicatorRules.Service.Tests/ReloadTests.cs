namespace IndicatorRules.Service.Tests;

public sealed class ReloadTests
{
    [Fact]
    public async Task ChangedPlugin_JudgesTheNextRequests_AndABrokenOneDoesNot()
    {
        using var folder = TempFolder.WithPlugins();
        var options = new ServiceOptions { Listen = ["127.0.0.1:0"], MostPerSecond = 100_000 };
        await using var service = await ServiceUnderTest.StartAsync(options, folder.Path);
        await service.ReadyAsync();
        var file = Path.Combine(folder.Path, "national-revised", "scheme.json");
        var text = await File.ReadAllTextAsync(file);
        var first = await AskAsync(service);

        await File.WriteAllTextAsync(file, text.Replace("\n", "\n ", StringComparison.Ordinal));
        var second = first;
        for (var i = 0; i < 300 && second.Headers["ETag"] == first.Headers["ETag"]; i++)
        {
            await Task.Delay(100);
            second = await AskAsync(service);
            Assert.Equal(200, second.Status);
        }

        Assert.NotEqual(first.Headers["IndicatorRules-Schemes"], second.Headers["IndicatorRules-Schemes"]);
        await File.WriteAllTextAsync(file, "{");
        for (var i = 0; i < 300 && (await service.GetAsync("/health/ready")).Text != "degraded\n"; i++)
        {
            await Task.Delay(100);
        }

        Assert.Equal("degraded\n", (await service.GetAsync("/health/ready")).Text);
        Assert.Equal(second.Headers["IndicatorRules-Schemes"], (await AskAsync(service)).Headers["IndicatorRules-Schemes"]);
    }

    [Fact]
    public async Task SchemeThatCannotBeCompiled_Degrades_UntilItCan()
    {
        using var folder = TempFolder.WithPlugins();
        var file = folder.In("shanxi-trial/scheme.json");
        var text = await File.ReadAllTextAsync(file);
        await File.WriteAllTextAsync(file, text.Replace("AtLeast(", "AtLeastt(", StringComparison.Ordinal));
        var options = new ServiceOptions { Listen = ["127.0.0.1:0"], MostPerSecond = 100_000 };
        await using var service = await ServiceUnderTest.StartAsync(options, folder.Path);
        await UntilAsync(service, "degraded\n");
        // A change of another scheme mends nothing.
        await File.AppendAllTextAsync(folder.In("national-revised/scheme.json"), "\n");
        for (var i = 0; i < 300 && !service.Log.Any(l => l.StartsWith("[1102] Scheme national-revised@", StringComparison.Ordinal)); i++)
        {
            await Task.Delay(100);
        }

        await Task.Delay(500);
        Assert.Equal("degraded\n", (await service.GetAsync("/health/ready")).Text);
        await File.WriteAllTextAsync(file, text);
        await UntilAsync(service, "ready\n");
    }

    private static async Task UntilAsync(ServiceUnderTest service, string health)
    {
        for (var i = 0; i < 600 && (await service.GetAsync("/health/ready")).Text != health; i++)
        {
            await Task.Delay(100);
        }

        Assert.Equal(health, (await service.GetAsync("/health/ready")).Text);
    }

    [Fact]
    public async Task ColdRequests_BlockNoThread_AndOnlySoManyWait()
    {
        var options = new ServiceOptions { Listen = ["127.0.0.1:0"], MostPerSecond = 100_000, MostWaiting = 3, WarmUp = false };
        await using var service = await ServiceUnderTest.StartAsync(options, stored: false);
        var all = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => AskAsync(service)));
        Assert.Contains(all, t => t.Status == 200);
        Assert.All(all, t => Assert.True(t.Status == 200 || (t.Status == 503 && t.Ids == "IR7009"), t.Text));
        Assert.Equal(200, (await service.PostAsync("/assess?scheme=national-revised&partial=true")).Status);
    }

    private static Task<Told> AskAsync(ServiceUnderTest service) => service.PostAsync("/assess?scheme=national-revised&partial=true");
}
