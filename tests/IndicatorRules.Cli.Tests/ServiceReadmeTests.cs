using System.Diagnostics;
using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>The commands of the pages on the service and its ledger, run as they stand there, against a service on another port.</summary>
[Trait("Category", "Slow")]
public sealed class ServiceReadmeTests
{
    private const string Address = "http://127.0.0.1:5080";

    [UnixFact]
    public async Task Commands_OfThePages_Work()
    {
        using var folder = new TempFolder();
        var ledger = folder.In("ledger.db");
        using var process = ToolRun.Start(
            "serve", "--listen", "127.0.0.1:0", "--ledger", ledger, "--plugins", Repo.Plugins, "--lang", "en");
        try
        {
            var line = await process.StandardOutput.ReadLineAsync();
            var address = line!.Split(' ').First(w => w.StartsWith("http", StringComparison.Ordinal)).TrimEnd(';');
            var asked = 0;
            foreach (var page in new[] { "src/IndicatorRules.Service/README.md", "samples/service/README.md" })
            {
                foreach (var command in Commands(page, "curl "))
                {
                    Assert.Contains(Address, command, StringComparison.Ordinal);
                    await ShellAsync(command.Replace(Address, address, StringComparison.Ordinal));
                    asked++;
                }
            }

            Assert.True(asked >= 7, $"{asked}");
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        var ran = 0;
        // A trusted hash is no example's; the first entry is there, the twelfth is not.
        foreach (var command in Commands("src/IndicatorRules.Service/README.md", "indicator-rules ledger ")
            .Where(c => !c.Contains("--trust", StringComparison.Ordinal)))
        {
            var words = command.Split("  ")[0].Split(' ').Skip(1).Select(w => w is "12" ? "1" : w).ToArray();
            var run = await ToolRun.In(folder.Path, words);
            Assert.True(run.ExitCode == 0, $"{command}: {run.Error}");
            ran++;
        }

        Assert.True(ran >= 5, $"{ran}");
    }

    private static List<string> Commands(string page, string begin) =>
        [.. File.ReadLines(Repo.In(page)).Where(l => l.StartsWith(begin, StringComparison.Ordinal))];

    private static async Task ShellAsync(string command)
    {
        var start = new ProcessStartInfo("bash")
        {
            WorkingDirectory = Repo.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(command.Replace("curl ", "curl --silent --show-error --fail-with-body ", StringComparison.Ordinal));
        using var process = Process.Start(start)!;
        var (said, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0 && (await said).Length > 0, $"{command}: {await error} {await said}");
    }
}
