using System.Diagnostics;
using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>Pipes in, and broken or closed streams out: by a shell, as only a process of its own has them.</summary>
[Trait("Category", "Slow")]
public sealed class StreamTests : IDisposable
{
    private const string Table = "place,year,indicator,value,Climate,Terrain.Mountain,Terrain.Hill,Terrain.Plain\n"
        + "甲,2022,eco-index,60,SemiHumid,100,0,0\n";

    private readonly TempFolder _folder = new();

    public StreamTests()
    {
        File.Copy(Repo.Sample("jingle-2022"), Path.Combine(_folder.Path, "facts.json"));
        _folder.Write("county.csv", Table);
    }

    public void Dispose() => _folder.Dispose();

    [UnixTheory]
    [InlineData("cat facts.json | T assess - --format csv")]
    [InlineData("T assess /dev/stdin --format csv < facts.json")]
    [InlineData("T assess <(cat facts.json) --format csv")]
    [InlineData("mkfifo f.json; (cat facts.json > f.json &); T assess f.json --format csv")]
    public async Task Assess_PipedFacts_AreReadAsAFileIs(string script)
    {
        var file = await Shell("T assess facts.json --format csv");
        var piped = await Shell(script);

        Assert.Equal((0, ""), (file.ExitCode, file.Error));
        Assert.Equal(file, piped);
    }

    [UnixTheory]
    [InlineData("mkfifo")]
    [InlineData("ln -s /dev/zero")]
    public async Task Assess_FolderWithWhatIsNoFile_JudgesTheOthers(string make)
    {
        var run = await Shell(
            $"mkdir mix; cp facts.json mix/a.json; {make} mix/b.json; cp facts.json mix/c.json; "
            + "sed -i 's/jingle\\x22,/other\\x22,/' mix/c.json; T assess mix --scheme jingle-county");

        Assert.Equal(2, run.ExitCode);
        Assert.Contains("error IR1041", run.Error, StringComparison.Ordinal);
        Assert.Equal(["jingle", "other"], run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(l => l.Split(',')[0]).Distinct());
    }

    [UnixTheory]
    [InlineData("cat county.csv | T assess - --scheme jingle-county")]
    [InlineData("T assess <(cat county.csv) --scheme jingle-county")]
    [InlineData("mkfifo f.csv; (cat county.csv > f.csv &); T assess f.csv --scheme jingle-county")]
    [InlineData("cat county.csv | T assess - --scheme jingle-county --out r.csv; code=$?; tail -c +4 r.csv; exit $code")]
    public async Task Assess_PipedTable_IsReadAsAFileIs(string script)
    {
        var file = await Shell("T assess county.csv --scheme jingle-county");
        var piped = await Shell(script);

        Assert.Equal(0, file.ExitCode);
        Assert.Equal((file.ExitCode, file.Out), (piped.ExitCode, piped.Out));
    }

    [UnixTheory]
    [InlineData(0, "T assess county.csv --scheme jingle-county 2>&-")]
    [InlineData(0, "T assess county.csv --scheme jingle-county 2>/dev/full")]
    [InlineData(2, "T assess none.json 2>&-")]
    [InlineData(2, "T assess none.json >&- 2>&-")]
    [InlineData(2, "T asses 2>/dev/full")]
    public async Task Run_MessagesThatCannotBeWritten_AreLostAndNothingElse(int code, string script)
    {
        var run = await Shell(script);

        Assert.Equal((code, ""), (run.ExitCode, run.Error));
        Assert.Equal(code == 0 ? (await Shell("T assess county.csv --scheme jingle-county")).Out : "", run.Out);
    }

    [UnixTheory]
    [InlineData("T assess facts.json >&-")]
    [InlineData("T assess facts.json >/dev/full")]
    [InlineData("T assess county.csv --scheme jingle-county >/dev/full")]
    [InlineData("(sleep 1; T assess facts.json; echo $? >code) | true; exit $(cat code)")]
    public async Task Run_ResultThatCannotBeWritten_ExitsWithOneAndSaysSo(string script)
    {
        var run = await Shell(script);

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.Contains("error IR1030: 结果没有写完：标准输出写不进去", run.Error, StringComparison.Ordinal);
    }

    private static string Tool => Path.Combine(AppContext.BaseDirectory, "indicator-rules.dll");

    private async Task<ToolRun> Shell(string script)
    {
        using var process = Start($"T() {{ dotnet '{Tool}' \"$@\" --plugins '{Repo.Plugins}'; }}; rm -f f.json f.csv r.csv; {script}");
        var (results, rest) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new ToolRun(process.ExitCode, await results, await rest);
    }

    private Process Start(string script)
    {
        var start = new ProcessStartInfo("bash")
        {
            WorkingDirectory = _folder.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = System.Text.Encoding.UTF8,
            StandardErrorEncoding = System.Text.Encoding.UTF8,
        };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(script);
        return Process.Start(start)!;
    }
}
