using System.Text.Json;
using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

public sealed class AssessCommandTests
{
    private static readonly string Jingle = Repo.Sample("jingle-2022");

    [Fact]
    public async Task Assess_Sample_WritesTheTableAndNothingElse()
    {
        var run = await ToolRun.Of("assess", Jingle);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("静乐县 2022 年", run.Out, StringComparison.Ordinal);
        Assert.Contains("按表2-1算法（不适用计为达标）：达标 37 项，未达标 1 项。", run.Out, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', run.Out);
        Assert.DoesNotContain('\u001b', run.Out);
    }

    [Theory]
    [InlineData(null, 0)]
    [InlineData("not-met", 3)]
    [InlineData("undetermined", 0)]
    public async Task Assess_TargetDueAndMissedOnARowThatIsMet_FailsOnNotMet(string? gate, int exitCode)
    {
        using var folder = new TempFolder();
        folder.Write("plugins/plan/scheme.json", """
            { "$schema": "scheme.schema.json", "id": "plan", "version": "1.0.0", "contract": "[1.0.0,2.0.0)",
              "title": "规划", "issuer": "示例", "level": "county",
              "source": { "document": "规划" }, "stages": [ { "id": "end", "name": "末期目标", "year": 2025 } ],
              "domains": [ { "id": "a", "name": "甲", "tasks": [ { "id": "b", "name": "乙" } ] } ],
              "indicators": [ { "id": "rate", "number": 1, "task": "b", "name": "治理率", "unit": "%",
                "direction": "higher", "binding": "binding", "target": "≥70",
                "rule": "AtLeast(70)", "stages": [ { "id": "end", "target": "≥98", "rule": "AtLeast(98)" } ] } ] }
            """);
        const string facts = """
            { "$schema": "facts.schema.json", "scheme": "plan", "place": { "code": "x", "name": "示例县" },
              "years": [ { "year": 2025, "indicators": [ { "id": "rate", "value": 97.9 } ] } ] }
            """;
        folder.Write("facts.json", facts);
        folder.Write("many/facts.json", facts);
        string[] gates = gate is null ? [] : ["--fail-on", gate];

        var one = await ToolRun.In(
            folder.Path, ["assess", Path.Combine(folder.Path, "facts.json"), "--plugins", Path.Combine(folder.Path, "plugins"), .. gates]);
        var many = await ToolRun.In(
            folder.Path, ["assess", Path.Combine(folder.Path, "many"), "--plugins", Path.Combine(folder.Path, "plugins"), .. gates]);

        Assert.Equal((exitCode, ""), (one.ExitCode, one.Error));
        Assert.Contains("到期目标（末期目标 2025 年）1 项：达标 0，未达标 1", one.Out, StringComparison.Ordinal);
        Assert.Equal(exitCode, many.ExitCode);
        Assert.Contains("到期目标 1 项：达标 0，未达标 1", many.Error, StringComparison.Ordinal);
        Assert.Contains(",rate,met,measured,,end=notMet\n", many.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("csv")]
    [InlineData("markdown")]
    public async Task Assess_Format_WritesThatFormatAlone(string format)
    {
        var run = await ToolRun.Of("assess", Jingle, "--format", format, "--lang", "en");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith(format switch { "json" => "{", "csv" => "Scheme,", _ => "## " }, run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task Assess_Isolate_WritesTheSameBytes(string language)
    {
        var within = await ToolRun.Of("assess", Jingle, "--format", "json", "--lang", language);
        var apart = await ToolRun.Of("assess", Jingle, "--format", "json", "--lang", language, "--isolate");

        Assert.Equal((0, "", within.Out), (apart.ExitCode, apart.Error, apart.Out));
    }

    [Fact]
    public async Task Assess_SeveralSchemes_WritesAnArray()
    {
        var run = await ToolRun.Of(
            "assess", Jingle, "--scheme", "jingle-county", "--scheme", "shanxi-trial@[1.0.0,2.0.0)", "--format", "json");

        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["jingle-county", "shanxi-trial"], json.RootElement.EnumerateArray().Select(a => a.GetProperty("scheme").GetString()));
    }

    [Fact]
    public async Task Assess_MeasuredEvidence_LeavesDeclarationsOut()
    {
        var run = await ToolRun.Of("assess", Jingle, "--evidence", "measured", "--format", "json");

        using var json = JsonDocument.Parse(run.Out);
        Assert.Equal(5, json.RootElement.GetProperty("summary").GetProperty("undetermined").GetInt32());
    }

    [Theory]
    [InlineData("not-met", 3)]
    [InlineData("declared", 3)]
    [InlineData("undetermined", 0)]
    public async Task Assess_Gate_ClosesOnSuchVerdictsAndStillWrites(string gate, int code)
    {
        var run = await ToolRun.Of("assess", Jingle, "--format", "csv", "--fail-on", gate);

        Assert.Equal((code, ""), (run.ExitCode, run.Error));
        Assert.NotEmpty(run.Out);
    }

    [Fact]
    public async Task Assess_Out_WritesTheWholeFileAndNothingToTheScreen()
    {
        using var folder = new TempFolder();
        var expected = await ToolRun.Of("assess", Jingle, "--format", "json");

        var run = await ToolRun.In(
            folder.Path, ["assess", Jingle, "--plugins", Repo.Plugins, "--format", "json", "--out", "new/report.json"]);

        Assert.Equal((0, "", ""), (run.ExitCode, run.Out, run.Error));
        var written = Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
        Assert.Equal(expected.Out, File.ReadAllText(written));
    }

    [Fact]
    public async Task Assess_OutOverAnOlderFile_ReplacesIt()
    {
        using var folder = new TempFolder();
        var path = folder.Write("report.csv", new string('x', 1_000_000));

        var run = await ToolRun.Of("assess", Jingle, "--format", "csv", "--out", path);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("体系,", File.ReadAllText(path), StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_WrongFacts_LeavesAnOlderFileAlone()
    {
        using var folder = new TempFolder();
        var path = folder.Write("report.json", "older");

        var run = await ToolRun.Of("assess", Repo.In("tests/corpus/facts/bad", "shares-not-100.json"), "--out", path);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("older", File.ReadAllText(path));
    }

    [Theory]
    [InlineData("IR5009", "--year", "2019")]
    [InlineData("IR3001", "--scheme", "jingle-conty")]
    [InlineData("IR3002", "--scheme", "jingle-county@[5.0.0,6.0.0)")]
    [InlineData("IR2006", "--scheme", "jingle-county@latest")]
    public async Task Assess_WrongArgument_IsADiagnosticOnTheErrorStream(string id, string option, string value)
    {
        var run = await ToolRun.Of("assess", Jingle, option, value);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains($"error {id}:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_MisspeltScheme_SuggestsTheRightOne()
    {
        var run = await ToolRun.Of("assess", Jingle, "--scheme", "jingle-conty", "--lang", "en");

        Assert.Contains("Did you mean `jingle-county`?", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_FileNotThere_IsADiagnostic()
    {
        var run = await ToolRun.Of("assess", "no-such-file.json");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("no-such-file.json: error IR1001:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_WarningAlone_StillAssesses()
    {
        var run = await ToolRun.Of("assess", Repo.In("tests/corpus/facts/bad", "percentage-as-fraction.json"));

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("warning IR5102:", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("IR5102", run.Out, StringComparison.Ordinal);
        Assert.NotEmpty(run.Out);
    }
}
