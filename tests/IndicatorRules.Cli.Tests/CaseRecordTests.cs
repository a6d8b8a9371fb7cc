using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>Cases that share the facts of their plugin, and cases that are recorded.</summary>
[Trait("Category", "Slow")]
public sealed class CaseRecordTests : IDisposable
{
    private const string Facts = """
        { "$schema": "../../schemas/facts.schema.json", "place": { "code": "x", "name": "示例县" },
          "years": [ { "year": 2023, "adjustments": [ { "id": "Innovation", "points": 2.50, "reason": "表彰" } ], "indicators": [
            { "id": "good-air", "value": 80 }, { "id": "fine-dust", "value": 40 }, { "id": "sewage", "value": 94.50 },
            { "id": "river" } ] } ] }
        """;

    private readonly TempFolder _folder = new();

    public CaseRecordTests()
    {
        _folder.CopyFrom(Repo.In("tests/corpus/good/points-by-size"), "plugin");
        _folder.Write("plugin/facts.json", Facts);
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Record_FactsOfThePlugin_AreNamed_AndTheCasePasses()
    {
        var recorded = await Record("全县", "plugin/facts.json");
        Assert.Equal(ExitCode.Done, recorded.ExitCode);
        Assert.Contains("4 项，达标 0，未达标 3，不适用 0，无法判定 1", recorded.Out, StringComparison.Ordinal);
        var written = Read("plugin/cases/全县.json");
        Assert.Contains("\"facts\": \"../facts.json\"", written, StringComparison.Ordinal);
        Assert.Contains("\"points\": 18.5", written, StringComparison.Ordinal);
        Assert.Equal("1 passed, 0 failed", (await Test()).Out.Split('\n')[^2]);
    }

    [Fact]
    public async Task Record_FactsElsewhere_AreInTheCaseAsTyped_AndTheSameBytesTwice()
    {
        _folder.Write("elsewhere.json", Facts);
        Assert.Equal(ExitCode.Done, (await Record("one", "elsewhere.json")).ExitCode);
        Assert.Equal(ExitCode.Done, (await Record("two", "elsewhere.json")).ExitCode);
        var one = Read("plugin/cases/one.json");
        Assert.Contains("94.50", one, StringComparison.Ordinal);
        Assert.Equal(one.Replace("\"one\"", "\"two\"", StringComparison.Ordinal), Read("plugin/cases/two.json"));
        Assert.Equal("2 passed, 0 failed", (await Test()).Out.Split('\n')[^2]);
    }

    [Theory]
    [InlineData("../up", "plugin/facts.json", "IR6150")]
    [InlineData("CON", "plugin/facts.json", "IR6150")]
    [InlineData("there", "plugin/facts.json", "IR6151")]
    [InlineData("new", "plugin/none.json", "IR1")]
    public async Task Record_Impossible_WritesNothing(string name, string facts, string id)
    {
        _folder.Write("plugin/cases/there.json", "{}");
        var refused = await Record(name, facts);
        Assert.Equal(ExitCode.WrongInput, refused.ExitCode);
        Assert.Contains(id, refused.Error, StringComparison.Ordinal);
        Assert.Equal("{}", Read("plugin/cases/there.json"));
        Assert.Single(Directory.GetFiles(Path.Combine(_folder.Path, "plugin", "cases")));
    }

    [Fact]
    public async Task Record_WithoutFacts_IsRefused() =>
        Assert.Contains("IR6152", (await Run("test", _folder.In("plugin"), "--record", "x")).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData("river", "fine-dust")]
    [InlineData("4", "2")]
    [InlineData("断面达标率", "细颗粒物浓度")]
    [InlineData("第4项", "2 细颗粒物浓度")]
    public async Task Change_ByAnyName_IsOfTheSameRow(string river, string dust)
    {
        foreach (var called in (string[])["river", "4", "断面达标率"])
        {
            _folder.Write("plugin/facts.json", Facts.Replace("\"river\"", $"\"{called}\"", StringComparison.Ordinal));
            Case($$"""
                "facts": "../facts.json", "change": [ { "year": 2023, "indicators": [ { "id": "{{river}}", "value": 100 } ],
                  "adjustments": [ { "id": "创新加分", "points": 1, "reason": "另一个" } ], "remove": [ "{{dust}}" ] } ],
                "expectConclusion": { "leastPoints": 79.5 },
                "expect": [ { "id": "fine-dust", "status": "undetermined" }, { "id": "river", "status": "met" } ]
                """);
            var run = await Test();
            Assert.Equal(("", "1 passed, 0 failed"), (run.Error, run.Out.Split('\n')[^2]));
        }
    }

    [Fact]
    public async Task Facts_ByYearAndInColumnsUnderTwoNames_AreOneRow()
    {
        _folder.Write("plugin/facts.json", """
            { "$schema": "../../schemas/facts.schema.json", "place": { "code": "x", "name": "示例县" },
              "indicators": [ { "id": "断面达标率", "values": { "2022": 1, "2023": { "value": 100, "parentAverage": { "value": 90 } } } } ],
              "years": [ { "year": 2023, "indicators": [ { "id": "4", "met": true } ] } ] }
            """);
        Case("""
            "facts": "../facts.json", "expect": [ { "id": "river", "status": "met", "basis": "measured" } ]
            """);
        var run = await Test();
        Assert.Equal(("", "1 passed, 0 failed"), (run.Error, run.Out.Split('\n')[^2]));
    }

    [Fact]
    public async Task Facts_ByYearAndInColumnsUnderTwoNames_WithTwoFigures_AreTwice()
    {
        _folder.Write("plugin/facts.json", """
            { "$schema": "../../schemas/facts.schema.json", "place": { "code": "x", "name": "示例县" },
              "indicators": [ { "id": "断面达标率", "values": { "2023": 100 } } ],
              "years": [ { "year": 2023, "indicators": [ { "id": "4", "value": 99 } ] } ] }
            """);
        Case("""
            "facts": "../facts.json", "expect": [ { "id": "river", "status": "undetermined" } ]
            """);
        Assert.Contains("IR5005", (await Test()).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Change_ReplacesAddsAndRemoves_AndLeavesTheRest()
    {
        Case("""
            "facts": "../facts.json", "change": [ { "year": 2023, "indicators": [ { "id": "river", "value": 100 } ],
              "remove": [ "fine-dust", "Innovation" ] }, { "year": 2022, "indicators": [ { "id": "river", "value": 90 } ] } ],
            "expectCounts": { "met": 1, "undetermined": 1 }, "expectConclusion": { "leastPoints": 78.5, "mostPoints": 88.5 },
            "expect": [ { "id": "good-air", "status": "notMet", "points": 20 }, { "id": "fine-dust", "status": "undetermined" },
                        { "id": "断面达标率", "status": "met", "points": 20 } ]
            """);
        var run = await Test();
        Assert.Equal(("", "1 passed, 0 failed"), (run.Error, run.Out.Split('\n')[^2]));
    }

    [Fact]
    public async Task Case_ThatExpectsOtherwise_SaysWhatCameOut()
    {
        Case("""
            "facts": "../facts.json", "expectCounts": { "met": 4, "notApplicable": 0 }, "expectConclusion": { "points": 100 },
            "expect": [ { "id": "good-air", "status": "notMet", "points": 21 } ]
            """);
        var run = await Test();
        Assert.Equal(ExitCode.GateClosed, run.ExitCode);
        Assert.Contains("`good-air`：得分应为 21，实为 20/30", run.Out, StringComparison.Ordinal);
        Assert.Contains("达标应为 4 项，实为 0 项", run.Out, StringComparison.Ordinal);
        Assert.Contains("总评得分应为 100，实为 68.5–88.5", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[ { "year": 2023, "remove": [ "rivr" ] } ]""", "IR2167")]
    [InlineData("""[ { "year": 2023, "indicators": [ { "id": "rivr", "value": 1 } ] } ]""", "IR5001")]
    [InlineData("""[ { "year": 2023, "indicators": [ { "id": "river", "value": 1, "unit": "‰" } ] } ]""", "IR5004")]
    public async Task Change_Wrong_IsReportedAtItsLineOfTheCase(string change, string id)
    {
        Case($"\"facts\": \"../facts.json\", \"change\": {change}, \"expect\": []");
        var run = await Test();
        Assert.Contains(id, run.Error, StringComparison.Ordinal);
        Assert.Contains("one.json(2,", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_Wrong_AreReportedInTheirOwnFile()
    {
        _folder.Write("plugin/facts.json", Facts.Replace("\"value\": 80", "\"value\": 80, \"unit\": \"‰\"", StringComparison.Ordinal));
        Case("\"facts\": \"../facts.json\", \"expect\": []");
        Assert.Contains("facts.json(3,", (await Test()).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/etc/hostname", "IR2168")]
    [InlineData("../../facts.json", "IR2168")]
    [InlineData("..\\\\facts.json", "IR2168")]
    [InlineData("../facts/../../x.json", "IR2168")]
    [InlineData("../facts/CON.json", "IR2168")]
    [InlineData("../facts/none.json", "IR2169")]
    public async Task Facts_Elsewhere_AreRefused(string path, string id)
    {
        Case($"\"facts\": \"{path}\", \"expect\": []");
        var run = await Test();
        Assert.Equal(ExitCode.WrongInput, run.ExitCode);
        Assert.Contains(id, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pack_TakesTheFactsOfCasesAlong()
    {
        _folder.Write("plugin/facts/other.json", Facts);
        Case("\"facts\": \"../facts/other.json\", \"expect\": []");
        Assert.Equal(ExitCode.Done, (await Run("pack", _folder.In("plugin"), "--out", _folder.In("packages"))).ExitCode);
        Assert.Equal(ExitCode.Done, (await Run("add", _folder.In("packages/main.1.0.0.nupkg"), "--to", _folder.In("installed"))).ExitCode);
        Assert.Equal(Facts, Read("installed/main.1.0.0/facts/other.json"));
    }

    private string Read(string name) => File.ReadAllText(_folder.In(name));

    private void Case(string content) => _folder.Write(
        "plugin/cases/one.json", $$"""
        { "$schema": "case.schema.json", "name": "one", "year": 2023,
        {{content.ReplaceLineEndings(" ")}} }
        """);

    private Task<ToolRun> Test() => Run("test", _folder.In("plugin"));

    private Task<ToolRun> Record(string name, string facts) =>
        Run("test", _folder.In("plugin"), "--record", name, "--facts", _folder.In(facts));

    private Task<ToolRun> Run(params string[] arguments) => ToolRun.In(_folder.Path, arguments);
}
