using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

[Trait("Category", "Slow")]
public sealed class WatchCommandTests
{
    [Fact]
    public async Task Watch_RuleBrokenThenChanged_PrintsWhatBecameOfTheVerdicts()
    {
        using var folder = TempFolder.WithPlugins();
        using var ended = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        using var results = new HeardText();
        using var rest = new HeardText();
        // The verb holds its thread until it is ended.
        var running = Task.Run(() => Tool.RunAsync(
            ["watch", Repo.Sample("jingle-2022"), "--plugins", folder.Path],
            new Terminal(results, rest, Terminal.DefaultWidth), Repo.Root, ended.Token));

        await Until(() => rest.ToString().Contains("Ctrl+C", StringComparison.Ordinal), ended.Token);
        folder.Edit("national-revised/scheme.json", "\"AtLeast(20)\"", "\"AtMuch(30)\"");
        await Until(() => results.ToString().Contains("仍按改之前的规则", StringComparison.Ordinal), ended.Token);
        folder.Edit("national-revised/scheme.json", "\"AtMuch(30)\"", "\"AtLeast(30)\"");
        await Until(() => results.ToString().Contains("→ 未达标（有据），还差 2 个百分点（变差）", StringComparison.Ordinal), ended.Token);
        await ended.CancelAsync();

        Assert.Equal(0, await running);
        Assert.Contains("IR4002", rest.ToString(), StringComparison.Ordinal);
        Assert.Contains("《国家生态文明建设示范区建设指标（修订版）》1.0.0 版 已更新", results.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_SeveralSchemes_PrintsEachAndThenWhatChanged()
    {
        using var folder = TempFolder.WithPlugins();
        using var ended = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        using var results = new HeardText();
        using var rest = new HeardText();
        var running = Task.Run(() => Tool.RunAsync(
            ["watch", Repo.Sample("jingle-2022"), "--plugins", folder.Path, "--scheme", "national-revised", "--scheme", "shanxi-trial"],
            new Terminal(results, rest, Terminal.DefaultWidth), Repo.Root, ended.Token));

        await Until(() => rest.ToString().Contains("Ctrl+C", StringComparison.Ordinal), ended.Token);
        Assert.Contains("《山西省级生态文明建设示范区建设指标（试行）》：", results.ToString(), StringComparison.Ordinal);
        folder.Edit("shanxi-trial/scheme.json", "\"AtLeast(20)\"", "\"AtLeast(30)\"");
        await Until(() => results.ToString().Contains("→ 未达标（有据），还差 2 个百分点（变差）", StringComparison.Ordinal), ended.Token);
        await ended.CancelAsync();

        Assert.Equal(0, await running);
        Assert.Single(results.ToString().Split('\n'), line => line
            .Contains("《国家生态文明建设示范区建设指标（修订版）》：", StringComparison.Ordinal));
        Assert.DoesNotContain("没有变化", results.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_CertificateThatIsNone_ExitsWithTwo()
    {
        using var folder = TempFolder.WithPlugins();
        var run = await ToolRun.Of("watch", Repo.Sample("jingle-2022"), "--trust", folder.Write("cert.pem", "none"));

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("IR6023", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_FactsNotThere_ExitsWithTwo()
    {
        var run = await ToolRun.Of("watch", "no-such-file.json");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
    }

    private static async Task Until(Func<bool> said, CancellationToken cancellationToken)
    {
        while (!said())
        {
            await Task.Delay(20, cancellationToken);
        }
    }
}
