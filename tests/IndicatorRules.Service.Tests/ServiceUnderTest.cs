using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace IndicatorRules.Service.Tests;

/// <summary>The service on a free port of this machine, with Kestrel as in production.</summary>
internal sealed class ServiceUnderTest : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SchemeHost _host;

    private ServiceUnderTest(WebApplication app, SchemeHost host, ConcurrentQueue<string> log)
    {
        (_app, _host, Log) = (app, host, log);
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Client = new HttpClient { BaseAddress = Address };
    }

    internal static string Facts => Repo.In("samples/jingle-2022/facts.json");

    internal Uri Address { get; }

    internal HttpClient Client { get; }

    internal ConcurrentQueue<string> Log { get; }

    internal SchemeHost Host => _host;

    internal static async Task<ServiceUnderTest> StartAsync(
        ServiceOptions? options = null, string? plugins = null, Action<IServiceCollection>? add = null, bool stored = true,
        ExtensionHost? extensions = null)
    {
        var log = new ConcurrentQueue<string>();
        var host = SchemeHost.Open(new SchemeHostOptions
        {
            PluginDirectories = [plugins ?? Repo.Plugins],
            StoreDirectory = stored ? SchemeHostOptions.DefaultStoreDirectory : null,
            Extensions = extensions,
        });
        var app = ServiceServer.Create(host, options ?? Options(), log.Enqueue, add);
        await app.StartAsync();
        return new(app, host, log);
    }

    internal static ServiceOptions Options() => new() { Listen = ["127.0.0.1:0"], MostPerSecond = 100_000, WarmUp = false };

    internal async Task ReadyAsync()
    {
        for (var i = 0; i < 600 && !(await Client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode; i++)
        {
            await Task.Delay(100);
        }
    }

    /// <summary>Posts bytes.</summary>
    internal async Task<Told> PostAsync(
        string path, byte[] body, string type = "application/json", string? accept = null, string? language = null,
        Action<HttpRequestMessage>? change = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative));
        request.Content = new ByteArrayContent(body);
        if (type.Length > 0)
        {
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        if (language is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Language", language);
        }

        change?.Invoke(request);
        using var response = await Client.SendAsync(request);
        return await Told.OfAsync(response);
    }

    /// <summary>Posts Jingle's facts of 2022.</summary>
    internal Task<Told> PostAsync(string path, string? accept = null, string? language = null) =>
        PostAsync(path, File.ReadAllBytes(Facts), accept: accept, language: language);

    internal async Task<Told> GetAsync(string path, string? tag = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative));
        if (tag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        using var response = await Client.SendAsync(request);
        return await Told.OfAsync(response);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _host.Dispose();
    }
}

/// <summary>A response.</summary>
internal sealed record Told(int Status, string Type, byte[] Bytes, Dictionary<string, string> Headers)
{
    internal string Text => System.Text.Encoding.UTF8.GetString(Bytes);

    internal JsonNode Json => JsonNode.Parse(Bytes)!;

    /// <summary>The ids of all diagnostics of problem details.</summary>
    internal string Ids => string.Join(' ', Json["diagnostics"]!.AsArray().Select(d => (string?)d!["id"]));

    internal static async Task<Told> OfAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.Content.Headers.ContentType?.MediaType ?? "",
        await response.Content.ReadAsByteArrayAsync(),
        response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value)));
}
