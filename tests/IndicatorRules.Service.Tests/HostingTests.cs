using IndicatorRules.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace IndicatorRules.Service.Tests;

/// <summary>The service in an application that has <c>IndicatorRules.Hosting</c>, as the sample does.</summary>
public sealed class HostingTests
{
    private const string Secret = "0123456789abcdef";

    [Fact]
    public async Task Application_WithHosting_ShowsItsHealth_AndReloads()
    {
        using var folder = TempFolder.WithPlugins();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddIndicatorRules(options =>
        {
            options.Plugins.Add(folder.Path);
            options.WarmUp.Add("*");
            options.Watch = true;
        });
        builder.Services.AddHealthChecks().AddIndicatorRules();
        builder.Services.AddIndicatorRulesApi(new ServiceOptions { Watch = false, WarmUp = false, Tokens = [new("water", Secret)] });
        await using var app = builder.Build();
        app.MapIndicatorRulesApi();
        app.MapGet("/own", () => "own");
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        await UntilAsync(client, "Healthy");
        using var facts = new ByteArrayContent(await File.ReadAllBytesAsync(ServiceUnderTest.Facts));
        facts.Headers.ContentType = new("application/json");
        using var asking = new HttpRequestMessage(HttpMethod.Post, new Uri("/assess", UriKind.Relative));
        (asking.Content, asking.Headers.Authorization) = (facts, new("Bearer", Secret));
        using var answered = await client.SendAsync(asking);
        Assert.True(answered.IsSuccessStatusCode);
        await File.WriteAllTextAsync(folder.In("shanxi-trial/scheme.json"), "{");
        await UntilAsync(client, "Degraded");
        using var live = await client.GetAsync(new Uri("/health/live", UriKind.Relative));
        Assert.Equal("Healthy", await live.Content.ReadAsStringAsync());
        // The application's own addresses are its own affair.
        using var own = await client.GetAsync(new Uri("/own", UriKind.Relative));
        Assert.Equal("own", await own.Content.ReadAsStringAsync());
        using var nowhere = await client.GetAsync(new Uri("/nowhere", UriKind.Relative));
        Assert.Equal((404, 0L), ((int)nowhere.StatusCode, nowhere.Content.Headers.ContentLength));
        using var schemes = await client.GetAsync(new Uri("/schemes", UriKind.Relative));
        Assert.Equal(401, (int)schemes.StatusCode);
        client.DefaultRequestHeaders.Authorization = new("Bearer", Secret);
        using var document = await client.GetAsync(new Uri("/openapi/v1.json", UriKind.Relative));
        Assert.True(document.IsSuccessStatusCode);
        await app.StopAsync();
    }

    private static async Task UntilAsync(HttpClient client, string health)
    {
        var last = "";
        for (var i = 0; i < 600 && last != health; i++)
        {
            await Task.Delay(100);
            last = await client.GetStringOrStatusAsync();
        }

        Assert.Equal(health, last);
    }
}

/// <summary>What a health check says, also where it is not healthy.</summary>
internal static class Health
{
    internal static async Task<string> GetStringOrStatusAsync(this HttpClient client)
    {
        using var response = await client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        return await response.Content.ReadAsStringAsync();
    }
}
