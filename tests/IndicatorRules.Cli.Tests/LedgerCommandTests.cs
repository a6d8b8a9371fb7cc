using System.Diagnostics;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

[Trait("Category", "Slow")]
public sealed class LedgerCommandTests
{
    private static readonly byte[] Facts = File.ReadAllBytes(Repo.In("samples/jingle-2022/facts.json"));

    [Fact]
    public async Task Ledger_OfAServiceThatIsKilled_HasEveryAnswer()
    {
        using var folder = new TempFolder();
        var ledger = folder.In("ledger.db");
        var answered = new List<(string Entry, string Hash)>();
        for (var round = 0; round < 3; round++)
        {
            using var process = ToolRun.Start(
                "serve", "--listen", "127.0.0.1:0", "--ledger", ledger, "--plugins", Repo.Plugins, "--lang", "en");
            var line = await process.StandardOutput.ReadLineAsync();
            var address = line!.Split(' ').First(w => w.StartsWith("http", StringComparison.Ordinal)).TrimEnd(';');
            using var client = new HttpClient { BaseAddress = new Uri(address) };
            var clients = Enumerable.Range(0, 4).Select(i => AskAsync(client, (round * 4) + i, answered)).ToList();
            while (Count(answered) < 20 * (round + 1) && !clients.TrueForAll(c => c.IsCompleted))
            {
                await Task.Delay(5);
            }

            Kill(process);
            await Task.WhenAll(clients);
        }

        Assert.True(answered.Count >= 60);
        var run = await ToolRun.In(folder.Path, ["ledger", "verify", "--chain-only", "--ledger", ledger, "--lang", "en"]);
        Assert.True(run.ExitCode == 0, run.Error);
        var list = await ToolRun.In(folder.Path, ["ledger", "list", "--format", "json", "--ledger", ledger]);
        var all = list.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();
        var entries = all.ToDictionary(e => $"{e["number"]}", e => (string)e["answer"]!);
        Assert.All(answered, a => Assert.Equal(a.Hash, entries[a.Entry]));
        Assert.Equal(answered.Count, answered.Select(a => a.Entry).Distinct().Count());

        var number = $"{all.First(e => (string?)e["kind"] == "Assess")["number"]}";
        var one = await ToolRun.In(folder.Path, ["ledger", "verify", "--entry", number, "--ledger", ledger, "--lang", "en"]);
        Assert.Contains("1 run again, 0 faults", one.Out, StringComparison.Ordinal);
        var shown = await ToolRun.In(folder.Path, ["ledger", "show", "--entry", number, "--ledger", ledger]);
        Assert.Contains("jingle-county@1.0.0", shown.Out, StringComparison.Ordinal);
        var export = await ToolRun.In(folder.Path, ["ledger", "export", "--entry", number, "--ledger", ledger, "--out", "one"]);
        Assert.True(export.ExitCode == 0, export.Error);
        Assert.Equal(Facts, await File.ReadAllBytesAsync(folder.In("one/facts.json")));
        var judged = await ToolRun.In(
            folder.Path, ["assess", folder.In("one/facts.json"), "--plugins", folder.In("one/plugins"), "--format", "json"]);
        Assert.True(judged.ExitCode == 0, judged.Error);
        Assert.Equal(await File.ReadAllTextAsync(folder.In("one/answer.json")), judged.Out);
        var again = await ToolRun.In(folder.Path, ["ledger", "export", "--entry", number, "--ledger", ledger, "--out", "one"]);
        Assert.Equal(2, again.ExitCode);
    }

    [Theory]
    [InlineData("IR7020", "verify", "--ledger", "none.db")]
    [InlineData("IR7020", "list", "--ledger", "Host=127.0.0.1;Port=1;Timeout=1;Password=verysecret")]
    [InlineData("IR7020", "list", "--ledger", "Password=verysecret;Port=1;Timeout=1;Host=127.0.0.1")]
    [InlineData("IR7020", "list", "--ledger", "postgres://u:verysecret@127.0.0.1:1/x")]
    [InlineData("", "erase")]
    [InlineData("", "show", "--ledger", "Host=127.0.0.1;Port=1;Timeout=1")]
    public async Task Ledger_WrongCommand_EndsWithItsDiagnostic(string id, params string[] arguments)
    {
        using var folder = new TempFolder();
        var run = await ToolRun.In(folder.Path, ["ledger", .. arguments]);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(id, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("verysecret", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task Ledger_ConnectionStringInAFileOfNotepad_IsRead()
    {
        using var folder = new TempFolder();
        folder.Write("connection.txt", [0xEF, 0xBB, 0xBF, .. "Host=127.0.0.1;Port=1;Timeout=1;Password=verysecret\r\n"u8]);
        folder.Write("empty.txt", "\n");
        foreach (var name in new[] { "@connection.txt", "@empty.txt" })
        {
            var run = await ToolRun.In(folder.Path, ["ledger", "list", "--ledger", name]);
            Assert.Equal((2, true), (run.ExitCode, run.Error.Contains("IR7020", StringComparison.Ordinal)));
            Assert.DoesNotContain("verysecret", run.Error, StringComparison.Ordinal);
        }

        Assert.Equal(2, Directory.GetFiles(folder.Path).Length);
    }

    [Fact]
    public async Task Ledger_Damaged_SaysSo()
    {
        using var folder = new TempFolder();
        var ledger = folder.In("ledger.db");
        var bytes = File.ReadAllBytes(Repo.In("tests/corpus/ledgers/version-1.db"));
        // All pages but the first, which has the tables' names.
        Array.Fill(bytes, (byte)0x7F, 4096, bytes.Length - 4096);
        File.WriteAllBytes(ledger, bytes);
        foreach (var words in new string[][] { ["verify"], ["list"], ["show", "--entry", "1"] })
        {
            var run = await ToolRun.In(folder.Path, ["ledger", .. words, "--ledger", ledger]);
            Assert.True(run.ExitCode == 2 && (run.Error.Contains("IR7042", StringComparison.Ordinal)
                || run.Error.Contains("IR7020", StringComparison.Ordinal)), run.Error);
        }
    }

    [Fact]
    public async Task Ledger_EntryThatIsNotThere_SaysSo()
    {
        using var folder = new TempFolder();
        var ledger = folder.In("ledger.db");
        File.Copy(Repo.In("tests/corpus/ledgers/version-1.db"), ledger);
        var run = await ToolRun.In(folder.Path, ["ledger", "show", "--entry", "99", "--ledger", ledger]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("IR7024", run.Error, StringComparison.Ordinal);
    }

    // Asks until the service is gone.
    private static async Task AskAsync(HttpClient client, int number, List<(string Entry, string Hash)> answered)
    {
        try
        {
            for (var i = 0; i < 500; i++)
            {
                using var facts = new ByteArrayContent(Facts);
                facts.Headers.ContentType = new MediaTypeHeaderValue("application/json");
                var path = i % 3 == 0 && number % 2 == 0 ? "/assess?year=2022" : $"/diff?set=29%3D{number}.{i}";
                using var response = await client.PostAsync(new Uri(path, UriKind.Relative), facts);
                var bytes = await response.Content.ReadAsByteArrayAsync();
                if (response.IsSuccessStatusCode)
                {
                    var entry = response.Headers.GetValues("IndicatorRules-Entry").Single();
                    lock (answered)
                    {
                        answered.Add((entry, Convert.ToHexStringLower(SHA256.HashData(bytes))));
                    }
                }
            }
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            // Killed.
            Assert.NotNull(e);
        }
    }

    private static int Count(List<(string Entry, string Hash)> answered)
    {
        lock (answered)
        {
            return answered.Count;
        }
    }

    private static void Kill(Process process)
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
    }
}
