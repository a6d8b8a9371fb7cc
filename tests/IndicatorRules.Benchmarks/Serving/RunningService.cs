using System.Diagnostics;
using System.Net.Http.Headers;
using IndicatorRules.Service;

namespace IndicatorRules.Benchmarks.Serving;

/// <summary>The service on a free port of this process, without a limit of rate.</summary>
internal sealed class RunningService : IDisposable
{
    private const int NoLimit = 1_000_000;

    private static readonly Uri Ping = new("/ping", UriKind.Relative);
    private static readonly Uri Assess = new("/assess", UriKind.Relative);

    private readonly byte[] _facts = File.ReadAllBytes(Repo.Sample("jingle-2022"));
    private readonly CancellationTokenSource _end = new();
    private readonly SchemeHost _host;
    private readonly Task _running;
    private readonly HttpClient _client;

    /// <param name="plugins">The plugins.</param>
    /// <param name="warm">Whether to use the store and compile everything first.</param>
    internal RunningService(string plugins, bool warm)
    {
        _host = SchemeHost.Open(new SchemeHostOptions
        {
            PluginDirectories = [plugins],
            StoreDirectory = warm ? SchemeHostOptions.DefaultStoreDirectory : null,
        });
        var options = new ServiceOptions
        {
            Listen = ["127.0.0.1:0"],
            MostPerSecond = NoLimit,
            MostAtOnce = 256,
            MostWaiting = 256,
            WarmUp = warm,
        };
        var started = new TaskCompletionSource<Uri>();
        _running = ServiceServer.RunAsync(_host, options, a => started.SetResult(new Uri(a[0])), _ => { }, _end.Token);
        _client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 })
        {
            BaseAddress = started.Task.GetAwaiter().GetResult(),
            Timeout = TimeSpan.FromMinutes(5),
        };
        if (warm)
        {
            AssessAsync().GetAwaiter().GetResult();
        }
    }

    /// <summary>Asks the endpoint that does nothing.</summary>
    /// <returns>The milliseconds it took.</returns>
    internal async Task<double> PingAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        using var response = await _client.GetAsync(Ping);
        response.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    /// <summary>Has Jingle's facts judged.</summary>
    /// <returns>The milliseconds it took, and the schemes that they were judged by.</returns>
    internal async Task<(double Milliseconds, string Schemes)> AssessAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        using var content = new ByteArrayContent(_facts);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await _client.PostAsync(Assess, content);
        var body = await response.Content.ReadAsByteArrayAsync();
        if (!response.IsSuccessStatusCode || body.Length == 0)
        {
            throw new InvalidOperationException($"{response.StatusCode}: {System.Text.Encoding.UTF8.GetString(body)}");
        }

        return (Stopwatch.GetElapsedTime(begun).TotalMilliseconds, response.Headers.GetValues("IndicatorRules-Schemes").Single());
    }

    public void Dispose()
    {
        _client.Dispose();
        _end.Cancel();
        _running.GetAwaiter().GetResult();
        _end.Dispose();
        _host.Dispose();
    }
}

/// <summary>How long requests took.</summary>
internal sealed class Latencies
{
    private readonly List<double> _all = [];

    internal int Count => _all.Count;

    internal void Add(IEnumerable<double> some) => _all.AddRange(some);

    internal double At(double share)
    {
        _all.Sort();
        return Math.Round(_all[Math.Min(_all.Count - 1, (int)(_all.Count * share))], 2);
    }

    internal double Worst => Math.Round(_all.Max(), 1);
}
