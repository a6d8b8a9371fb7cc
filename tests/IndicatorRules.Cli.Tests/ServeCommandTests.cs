using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

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

    [Fact]
    public async Task Serve_LimitOfZero_IsRefused() => Assert.Equal(2, (await ToolRun.Of("serve", "--max-bytes", "0")).ExitCode);

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

        Assert.Equal("", await process.StandardError.ReadToEndAsync());
    }
}
