using System.Net;
using System.Text.Json;
using IndicatorRules.Packaging.Reading;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Packaging.Feeds;

/// <summary>A NuGet v3 feed. Its index names the base address of versions and packages.</summary>
/// <remarks>
/// The feed is untrusted: every response has a size limit, counted after decompression, and every request a time limit. Nothing is cached,
/// and no configuration or credential of this machine is used.
/// </remarks>
internal sealed class HttpFeed(Uri address) : IPackageFeed
{
    /// <summary>The size limit, in bytes, of a response other than a package. A list of ten thousand versions takes 200 kB.</summary>
    internal const int AnswerBytes = 4 * 1024 * 1024;

    private const string PackagesBeneath = "PackageBaseAddress/3.0.0";

    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public string Name => address.AbsoluteUri;

    public Task<IReadOnlyList<SchemeVersion>> VersionsAsync(string id, CancellationToken cancellationToken) =>
        AskAsync(VersionsOfAsync(id), cancellationToken);

    public Task<byte[]> FetchAsync(string id, SchemeVersion version, CancellationToken cancellationToken) =>
        AskAsync(PackageOfAsync(id, version), cancellationToken);

    // NuGet feeds use lower-case ids and versions in addresses.
    private Func<HttpClient, CancellationToken, Task<IReadOnlyList<SchemeVersion>>> VersionsOfAsync(string id) => async (client, stop) =>
    {
        var beneath = await PackagesAsync(client, stop);
        if (await ReadAsync(client, new Uri(beneath, $"{Lower(id)}/index.json"), AnswerBytes, stop) is not { } answer)
        {
            return [];
        }

        using var list = Parsed(answer);
        return list.RootElement.ValueKind == JsonValueKind.Object
            && list.RootElement.TryGetProperty("versions", out var versions) && versions.ValueKind == JsonValueKind.Array
            ? [.. versions.EnumerateArray().Select(VersionOf).OfType<SchemeVersion>()]
            : throw new IOException("It is not a NuGet feed.");
    };

    private Func<HttpClient, CancellationToken, Task<byte[]>> PackageOfAsync(string id, SchemeVersion version) => async (client, stop) =>
    {
        var spelt = Lower($"{version}");
        var file = new Uri(await PackagesAsync(client, stop), $"{Lower(id)}/{spelt}/{Lower(id)}.{spelt}.nupkg");
        return await ReadAsync(client, file, PackageCaps.PackageBytes, stop)
            ?? throw new IOException($"It lists {id} {version} but does not have it.");
    };

    private async Task<Uri> PackagesAsync(HttpClient client, CancellationToken stop)
    {
        using var index = Parsed(await ReadAsync(client, address, AnswerBytes, stop)
            ?? throw new IOException("There is no feed at this address."));
        var beneath = index.RootElement.ValueKind == JsonValueKind.Object
            && index.RootElement.TryGetProperty("resources", out var resources) && resources.ValueKind == JsonValueKind.Array
            ? resources.EnumerateArray().FirstOrDefault(r => Text(r, "@type") == PackagesBeneath)
            : default;
        // A feed read over https must not redirect packages to plain http.
        return Text(beneath, "@id") is { } id && Uri.TryCreate(address, id.EndsWith('/') ? id : id + "/", out var found)
            && (found.Scheme == "https" || (found.Scheme == "http" && address.Scheme == "http"))
            ? found
            : throw new IOException("It is not a NuGet feed.");
    }

    private static async Task<T> AskAsync<T>(Func<HttpClient, CancellationToken, Task<T>> ask, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        stop.CancelAfter(Patience);
        var handler = new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, MaxAutomaticRedirections = 5 };
        using var client = new HttpClient(handler)
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("indicator-rules");
        try
        {
            return await ask(client, stop.Token);
        }
        catch (Exception e) when (e is FormatException || (e is InvalidOperationException and not ObjectDisposedException))
        {
            // The feed redirected to an invalid address or sent an invalid character.
            throw new IOException("It is not a NuGet feed.", e);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"It did not answer within {Patience.TotalSeconds:0} s.");
        }
    }

    // Null when the feed answers 404.
    private static async Task<byte[]?> ReadAsync(HttpClient client, Uri from, int limit, CancellationToken stop)
    {
        using var response = await client.GetAsync(from, HttpCompletionOption.ResponseHeadersRead, stop);
        if (response.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        response.EnsureSuccessStatusCode();
        await using var body = await response.Content.ReadAsStreamAsync(stop);
        using var bytes = new MemoryStream();
        var part = new byte[81920];
        for (int read; (read = await ReadAsync(body, part, stop)) > 0;)
        {
            if (bytes.Length + read > limit)
            {
                throw new AnswerTooLongException(limit);
            }

            bytes.Write(part, 0, read);
        }

        return bytes.ToArray();
    }

    private static async Task<int> ReadAsync(Stream body, byte[] part, CancellationToken stop)
    {
        try
        {
            return await body.ReadAsync(part, stop);
        }
        catch (InvalidDataException e)
        {
            throw new IOException("It sends data that cannot be decompressed.", e);
        }
    }

    private static JsonDocument Parsed(byte[] answer)
    {
        try
        {
            return JsonDocument.Parse(answer.AsMemory(answer.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0));
        }
        catch (JsonException e)
        {
            throw new IOException("It is not a NuGet feed.", e);
        }
    }

    private static SchemeVersion? VersionOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.String && SchemeVersion.TryParse(element.GetString(), out var version) ? version : null;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static string Lower(string name) => name.ToLowerInvariant();
}

/// <summary>A response exceeds its size limit. The rest of it is not read.</summary>
internal sealed class AnswerTooLongException(int limit) : Exception($"An answer of more than {limit} bytes.")
{
    internal int Limit => limit;
}
