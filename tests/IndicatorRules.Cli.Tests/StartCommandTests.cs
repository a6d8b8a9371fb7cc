using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>What a double click does.</summary>
[Trait("Category", "Slow")]
public sealed class StartCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_WithoutForms_MakesOneOfEachScheme()
    {
        var run = await Start();
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("再双击一次", run.Error + run.Out, StringComparison.Ordinal);
        Assert.Equal(3, Forms().Length);
        Assert.Contains("静乐县国家生态文明建设示范区指标体系.xlsx", Forms());
    }

    [Fact]
    public async Task Start_WithForms_JudgesThemAndLeavesEveryEarlierFile()
    {
        await MakeForm("静乐 2022");
        var form = File.ReadAllBytes(_folder.In("填报表/静乐 2022.xlsx"));

        Assert.Equal(ExitCode.Done, (await Start()).ExitCode);

        Assert.Equal(
            ["静乐 2022-校核意见.xlsx", "静乐 2022-评判结果.html", "静乐 2022-评判结果.xlsx", "静乐 2022.xlsx"], Forms());
        _folder.Write("填报表/静乐 2022-评判结果.html", "the user's own notes");

        await Start();

        Assert.Equal(7, Forms().Length);
        Assert.Equal("the user's own notes", File.ReadAllText(_folder.In("填报表/静乐 2022-评判结果.html")));
        Assert.Equal(form, File.ReadAllBytes(_folder.In("填报表/静乐 2022.xlsx")));
    }

    [Fact]
    public async Task Start_WithDraggedFiles_JudgesTheseAlone()
    {
        await MakeForm("静乐 2022");
        var facts = _folder.Write("别处/facts.json", File.ReadAllBytes(Repo.In("samples/jingle-2022/facts.json")));

        Assert.Equal(ExitCode.Done, (await Start(facts)).ExitCode);

        Assert.Equal(["静乐 2022.xlsx"], Forms());
        Assert.Equal(
            ["facts-评判结果.html", "facts-评判结果.xlsx", "facts.json"],
            Directory.GetFiles(_folder.In("别处")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Start_OneFaultyForm_JudgesTheOthers()
    {
        await MakeForm("静乐 2022");
        _folder.Write("填报表/坏的.xlsx", "no workbook");

        var run = await Start();

        Assert.Equal(ExitCode.WrongInput, run.ExitCode);
        Assert.Contains("坏的.xlsx", run.Error, StringComparison.Ordinal);
        Assert.True(File.Exists(_folder.In("填报表/静乐 2022-评判结果.xlsx")));
    }

    [Fact]
    public async Task Start_NothingCouldBeJudged_SaysSo()
    {
        _folder.Write("填报表/乙县.csv", "行政区,年份,指标,现状值\n乙县,2022,没有这一项,28\n");

        var run = await Start("填报表/乙县.csv");
        Assert.Equal(ExitCode.WrongInput, run.ExitCode);
        Assert.Contains("没有写出结果：请按上面说的改好填报表", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("结果在填报表旁边", run.Out, StringComparison.Ordinal);
        Assert.Equal(["乙县.csv"], Forms());
    }

    [Fact]
    public async Task Start_WithAFolderWithoutForms_SaysSo()
    {
        _folder.Write("别处/readme.txt", "x");
        var run = await Start("别处");
        Assert.Equal(ExitCode.WrongInput, run.ExitCode);
        Assert.Contains("没有填报表", run.Out + run.Error, StringComparison.Ordinal);
    }

    private Task<ToolRun> Start(params string[] files) => ToolRun.In(_folder.Path, ["start", .. files, "--plugins", Repo.Plugins]);

    private async Task MakeForm(string name)
    {
        Directory.CreateDirectory(_folder.In("填报表"));
        var run = await ToolRun.In(_folder.Path,
        [
            "template", "jingle-county", "--facts", Repo.In("samples/jingle-2022/facts.json"), "--out", $"填报表/{name}.xlsx",
            "--plugins", Repo.Plugins,
        ]);
        Assert.Equal(ExitCode.Done, run.ExitCode);
    }

    private string[] Forms() =>
        [.. Directory.GetFiles(_folder.In("填报表")).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
