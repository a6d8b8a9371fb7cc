using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary><c>assess</c> over a folder or a table, as users run it.</summary>
[Trait("Category", "Slow")]
public sealed class AssessBatchTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Assess_Table_WritesTheResultAndTellsTheCounts()
    {
        var table = _folder.Write(
            "table.csv",
            "place,year,indicator,value,气候区,地形占比.山区,地形占比.丘陵区,地形占比.平原地区\n"
                + "甲,2022,eco-index,60,半湿润,0,0,100\n甲,2022,eco-appraisal-share,28‰,,,,\n");
        var result = Path.Combine(_folder.Path, "out", "result.csv");

        var run = await ToolRun.Of("assess", table, "--scheme", "jingle-county", "--out", result);

        Assert.Equal(ExitCode.WrongInput, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.EndsWith(
            "共 1 个行政区、1 个行政区年度判出结果；有 1 行有错，没有计入。" + Environment.NewLine, run.Error, StringComparison.Ordinal);
        Assert.Contains("table.csv(3,4): error IR5004:", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 个行政区，1 个行政区年度：达标 1", run.Error, StringComparison.Ordinal);
        Assert.Contains("甲,2022,jingle-county@1.0.0,10,eco-index,met,measured,,\n", await File.ReadAllTextAsync(result),
            StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(result)!));
    }

    [Theory]
    [InlineData("甲,2022,没有这一项,1\n甲,2022,也没有,1\n", 2, "共 1 个行政区、0 个行政区年度判出结果；有 2 行有错，没有计入。")]
    [InlineData("甲,2022,eco-plan,制定实施\n甲,2022,没有这一项,1\n", 2, "共 1 个行政区、1 个行政区年度判出结果；有 1 行有错，没有计入。")]
    [InlineData("甲,2022,eco-plan,制定实施\n", 0, "")]
    public async Task Assess_RowsRefused_SaysSoLastAndByItsExitCode(string rows, int code, string last)
    {
        var table = _folder.Write(
            "table.csv", "place,year,indicator,value,气候区,地形占比.山区,地形占比.丘陵区,地形占比.平原地区\n" + rows.Replace(
            ",1\n", ",1,半湿润,0,0,100\n", StringComparison.Ordinal).Replace("实施\n", "实施,半湿润,0,0,100\n", StringComparison.Ordinal));

        var run = await ToolRun.Of("assess", table, "--scheme", "jingle-county");

        Assert.Equal(code, run.ExitCode);
        Assert.EndsWith((last.Length == 0 ? "提醒 0" : last) + Environment.NewLine, run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assess", "3")]
    [InlineData("explain", "3")]
    [InlineData("check", "3")]
    public async Task EveryVerb_OneWrongUnit_JudgesTheRestAndExitsWithWrongInput(string verb, string indicator)
    {
        var text = await File.ReadAllTextAsync(Repo.Sample("jingle-2022"));
        var facts = _folder.Write("facts.json",
            text.Replace("\"rural-sewage\", \"value\": 52.91", "\"rural-sewage\", \"value\": \"52.91亩\"", StringComparison.Ordinal));

        var run = await ToolRun.Of(verb == "explain" ? [verb, facts, indicator] : [verb, facts]);

        Assert.Equal(ExitCode.WrongInput, run.ExitCode);
        Assert.Contains("error IR5004", run.Error, StringComparison.Ordinal);
        Assert.EndsWith("填报数据有 1 处错误，所在的行没有计入。" + Environment.NewLine, run.Error, StringComparison.Ordinal);
        Assert.NotEmpty(run.Out);
    }

    [Fact]
    public async Task Assess_ManyBadRows_TellsTheFirstAndCountsTheRest()
    {
        var rows = string.Concat(Enumerable.Range(0, 80).Select(i => $"甲,{2000 + i},no-such,1\n"));

        var run = await ToolRun.Of(
            "assess", _folder.Write("table.csv", "place,year,indicator,value\n" + rows), "--scheme", "jingle-county", "--lang", "en");

        Assert.Equal(50, run.Error.Split("IR5001").Length - 1);
        Assert.Contains("30 more problems are not listed", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--strict")]
    [InlineData("--resume")]
    [InlineData("--format", "markdown")]
    [InlineData("--scheme", "national-revised")]
    public async Task Assess_TableThatCannotBeJudgedSo_ExitsWithWrongInput(params string[] options)
    {
        var table = _folder.Write("table.csv", "place,year,indicator,value\n甲,22,eco-index,60\n");

        var run = await ToolRun.Of(["assess", table, "--scheme", "jingle-county", .. options]);

        Assert.Equal(ExitCode.WrongInput, run.ExitCode);
        Assert.Empty(run.Out);
        Assert.NotEmpty(run.Error);
    }

    [Fact]
    public async Task Assess_Sample_JudgesTheInventedCounties()
    {
        var run = await ToolRun.Of(
            "assess", Repo.In("samples", "many-places", "invented.csv"), "--scheme", "jingle-county", "--fail-on", "not-met");

        Assert.Equal(ExitCode.WrongInput, run.ExitCode);
        Assert.Contains("X1,2022,jingle-county@1.0.0,11,forest-grass-cover,met,measured,,\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("X2,2022,jingle-county@1.0.0,11,forest-grass-cover,undetermined,,IR5004,\n", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"atLeast\": \"2/3\"", "70,50,65", 0, "3 个行政区中达标 2，未达标 1，无法判定 0；要求至少 2/3（须 2 个）：达标")]
    [InlineData("\"atLeast\": \"2／3\"", "70,,65", 0, "3 个行政区中达标 2，未达标 0，无法判定 1；要求至少 2／3（须 2 个）：达标")]
    [InlineData("\"moreThan\": \"2/3\"", "70,50,65", 0,
        "3 个行政区中达标 2，未达标 1，无法判定 0；要求超过 2/3（须 3 个）：未达标，还差 1 个")]
    [InlineData("\"atLeast\": \"66.7%\"", "70,50,65", 0,
        "3 个行政区中达标 2，未达标 1，无法判定 0；要求至少 66.7%（须 3 个）：未达标，还差 1 个")]
    [InlineData("\"atLeast\": 3", "70,-,65", 0,
        "3 个行政区中达标 2，未达标 0，无法判定 1；要求至少 3 个：无法判定，还差 1 个，要看无法判定的 1 个")]
    [InlineData("\"atLeast\": \"2/3\"", "70,不涉及,65", 0,
        "2 个行政区中达标 2，未达标 0，无法判定 0，另有不适用 1；要求至少 2/3（须 2 个）：达标")]
    [InlineData("\"atLeast\": \"2/3\"", "不涉及,不涉及", 0,
        "0 个行政区中达标 0，未达标 0，无法判定 0，另有不适用 2；要求至少 2/3（须 0 个）：不适用")]
    public async Task Assess_RequirementOverPlaces_IsJudgedAndHeeded(string quorum, string values, int code, string said)
    {
        var rows = values.Split(',').Select((v, i) => v.Length == 0 ? $"p{i},2021,r,70\n" : $"p{i},2022,r,{v}\n");

        var run = await Over($"\"indicator\": \"r\", {quorum}", string.Concat(rows));

        Assert.Contains($"2022 年“多数达标”：{said}{Environment.NewLine}", run.Error, StringComparison.Ordinal);
        Assert.Equal(code, run.ExitCode);
    }

    [Fact]
    public async Task Assess_RequirementOverPlaces_OfTheWholeTableCountsPlacesThatMeetAll()
    {
        const string rows = "甲,2022,r,70\n甲,2022,s,70\n乙,2022,r,70\n乙,2022,s,50\n丙,2022,r,70\n";

        var run = await Over("\"atLeast\": \"1/2\"", rows);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains(
            "2022 年“多数达标”：3 个行政区中达标 1，未达标 1，无法判定 1；要求至少 1/2（须 2 个）：无法判定，还差 1 个，要看无法判定的 1 个",
            run.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.GateClosed, (await Over("\"atLeast\": 2", rows, "--fail-on", "undetermined")).ExitCode);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    [InlineData("html")]
    public async Task Assess_RequirementOverPlaces_IsInEveryPaper(string form)
    {
        var to = form == "html" ? _folder.In("pages") : _folder.In($"result.{form}");

        var run = await Over(
            "\"atLeast\": \"2/3\"", "甲,2022,r,70\n甲,2022,s,70\n乙,2022,r,70\n乙,2022,s,50\n", "--format", form, "--out", to,
            "--fail-on", "not-met");

        Assert.Equal(ExitCode.GateClosed, run.ExitCode);
        const string said = "2022 年“多数达标”：2 个行政区中达标 1，未达标 1，无法判定 0；要求至少 2/3（须 2 个）：未达标，还差 1 个";
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
        if (form == "html")
        {
            Assert.Contains(said, await File.ReadAllTextAsync(Path.Combine(to, "index.html")), StringComparison.Ordinal);
            return;
        }

        using var file = System.IO.Compression.ZipFile.OpenRead(to);
        Assert.Contains(file.Entries, e =>
        {
            using var text = new StreamReader(e.Open());
            return text.ReadToEnd().Contains(said, StringComparison.Ordinal);
        });
    }

    private Task<ToolRun> Over(string asked, string rows, params string[] more)
    {
        _folder.Write("plugins/x/scheme.json", $$"""
            { "$schema": "x", "id": "x", "version": "1.0.0", "contract": "[1.0.0,2.0.0)", "title": "甲", "issuer": "甲", "level": "county",
              "source": { "document": "甲" }, "absence": { "nothing-of-the-kind": "not-applicable" },
              "domains": [ { "id": "d", "name": "甲", "tasks": [ { "id": "t", "name": "甲" } ] } ],
              "overPlaces": [ { "id": "most", "name": "多数达标", {{asked}} } ],
              "indicators": [
                { "id": "r", "number": 1, "task": "t", "name": "名称", "unit": "%", "binding": "binding", "target": "≥60",
                  "rule": "AtLeast(60)" },
                { "id": "s", "number": 2, "task": "t", "name": "另一项", "unit": "%", "binding": "binding", "target": "≥60",
                  "rule": "AtLeast(60)" } ] }
            """);
        var table = _folder.Write("table.csv", "place,year,indicator,value\n" + rows);
        return ToolRun.In(Repo.Root, ["assess", table, "--scheme", "x", "--plugins", _folder.In("plugins"), .. more]);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Assess_FolderOfForms_JudgesEachAndABadOneCostsItself()
    {
        using var folder = new TempFolder();
        using var facts = new TempFolder();
        var text = await File.ReadAllTextAsync(Repo.Sample("jingle-2022"));
        foreach (var code in (string[])["140926", "140927", "140928"])
        {
            var path = Path.Combine(facts.Path, $"{code}.json");
            await File.WriteAllTextAsync(path, text.Replace("\"jingle\"", $"\"{code}\"", StringComparison.Ordinal));
            if (code == "140928")
            {
                File.Copy(path, Path.Combine(folder.Path, "丙县.json"));
            }
            else
            {
                await ToolRun.Of("template", "jingle-county", "--facts", path, "--out", Path.Combine(folder.Path, $"{code}.xlsx"));
            }
        }

        // Excel keeps such a file while a form is open.
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "~$140926.xlsx"), "lock");
        var good = await ToolRun.Of("assess", folder.Path);
        Assert.True(good.ExitCode == 0, good.Error);
        Assert.Equal(["140926", "140927", "140928"], PlacesOf(good.Out));

        await File.WriteAllTextAsync(Path.Combine(folder.Path, "坏表.xlsx"), "not a workbook");
        File.Copy(Path.Combine(folder.Path, "140927.xlsx"), Path.Combine(folder.Path, "再一份.xlsx"));
        var bad = await ToolRun.Of("assess", folder.Path);
        Assert.Equal(2, bad.ExitCode);
        Assert.Equal(good.Out, bad.Out);
        Assert.Contains("坏表.xlsx: error IR531", bad.Error, StringComparison.Ordinal);
        Assert.Contains("再一份.xlsx", bad.Error, StringComparison.Ordinal);
        Assert.Equal(bad, await ToolRun.Of("assess", folder.Path));
    }

    private static IEnumerable<string> PlacesOf(string csv) =>
        csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')[0]).Distinct();
}
