using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

[Trait("Category", "Slow")]
public sealed class ServeCommandTests
{
    [Theory]
    [InlineData("IR1060", "--listen", "0.0.0.0:5080")]
    [InlineData("IR1061", "--token-file", "no-such-file")]
    [InlineData("IR1063", "--listen", "localhost")]
    public async Task Serve_WrongOptions_EndsWithItsDiagnostic(string id, params string[] options)
    {
        var run = await ToolRun.Of(["serve", .. options]);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(id, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--max-bytes", "0", "0")]
    [InlineData("--timeout", "0", "0")]
    [InlineData("--timeout", "86401", "86400")]
    [InlineData("--timeout", "1.5", "1.5")]
    public async Task Serve_LimitBeyondItsBounds_IsRefused(string option, string value, string said)
    {
        var run = await ToolRun.Of("serve", option, value);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(option, run.Error, StringComparison.Ordinal);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [UnixFact]
    public async Task Serve_ToldToEnd_AnswersWhatRuns_AndIsDone()
    {
        using var process = ToolRun.Start("serve", "--listen", "127.0.0.1:0", "--plugins", Repo.Plugins, "--lang", "en");
        var line = await process.StandardOutput.ReadLineAsync();
        var address = line!.Split(' ').First(w => w.StartsWith("http", StringComparison.Ordinal)).TrimEnd(';');
        using var client = new HttpClient { BaseAddress = new Uri(address) };
        using var facts = new Slow(await File.ReadAllBytesAsync(Repo.In("samples/jingle-2022/facts.json")));
        facts.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var asking = client.PostAsync(new Uri("/assess", UriKind.Relative), facts);
        await facts.Half;
        using (var kill = System.Diagnostics.Process.Start("kill", ["-TERM", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        using var answered = await asking;
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.Equal(0, process.ExitCode);
        var log = (await process.StandardError.ReadToEndAsync()).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(log, l => Assert.StartsWith("[1103]", l, StringComparison.Ordinal));
    }

    // A body of which the second half takes a while.
    private sealed class Slow(byte[] bytes) : HttpContent
    {
        private readonly TaskCompletionSource _half = new();

        internal Task Half => _half.Task;

        protected override async Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context)
        {
            await stream.WriteAsync(bytes.AsMemory(0, bytes.Length / 2));
            await stream.FlushAsync();
            await Task.Delay(1000);
            _half.SetResult();
            await Task.Delay(2000);
            await stream.WriteAsync(bytes.AsMemory(bytes.Length / 2));
        }

        protected override bool TryComputeLength(out long length)
        {
            length = bytes.Length;
            return true;
        }
    }

    [Fact]
    public async Task Serve_PortInUse_SaysSo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var run = await ToolRun.Of("serve", "--listen", $"{taken.LocalEndpoint}");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("IR1064", Assert.Single(run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }

    [Fact]
    public void AspNet_Missing_IsNotFound()
    {
        using var folder = new TempFolder();
        Assert.Null(AspNetRuntime.FolderBeside(Path.Combine(folder.Path, "shared", "Microsoft.NETCore.App", "10.0.0")));
        foreach (var version in new[] { "9.0.1", $"{AspNetRuntime.Version}.1", $"{AspNetRuntime.Version}.10", "other" })
        {
            Directory.CreateDirectory(folder.In($"shared/Microsoft.AspNetCore.App/{version}"));
        }

        Directory.CreateDirectory(folder.In($"shared/Microsoft.NETCore.App/{AspNetRuntime.Version}.0"));
        var found = AspNetRuntime.FolderBeside(folder.In($"shared/Microsoft.NETCore.App/{AspNetRuntime.Version}.0"));
        Assert.Equal($"{AspNetRuntime.Version}.10", Path.GetFileName(found));
    }

    [Fact]
    public async Task Serve_AsAProcess_AnswersUntilItIsEnded()
    {
        using var folder = new TempFolder();
        var tokens = folder.Write("tokens.txt", "water 0123456789abcdef\n");
        using var process = ToolRun.Start(
            "serve", "--listen", "127.0.0.1:0", "--token-file", tokens, "--plugins", Repo.Plugins, "--lang", "en");
        try
        {
            var line = await process.StandardOutput.ReadLineAsync();
            var address = line!.Split(' ').First(w => w.StartsWith("http", StringComparison.Ordinal)).TrimEnd(';');
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            using var facts = new ByteArrayContent(await File.ReadAllBytesAsync(Repo.In("samples/jingle-2022/facts.json")));
            facts.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var refused = await client.PostAsync(new Uri("/assess", UriKind.Relative), facts);
            Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "0123456789abcdef");
            using var answered = await client.PostAsync(new Uri("/assess", UriKind.Relative), facts);
            Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
        }

        Assert.DoesNotContain("error", await process.StandardError.ReadToEndAsync(), StringComparison.Ordinal);
    }
}
