using System.Text;
using System.Text.Json;
using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>draft: a plugin from a printed table, of which nothing that is sure is wrong.</summary>
[Trait("Category", "Slow")]
public sealed class DraftCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("docx")]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Draft_Table21_JudgesAsTheShippedSchemeWhereItIsSure(string format)
    {
        var table = Write($"表2-1.{format}", Table21());

        var drafted = await ToolRun.Of("draft", table, "--id", "drafted", "--out", _folder.Path, "--format", "json");

        Assert.Equal((0, ""), (drafted.ExitCode, drafted.Error));
        var rows = JsonDocument.Parse(drafted.Out).RootElement.EnumerateArray().ToList();
        Assert.Equal(38, rows.Count);
        Assert.Equal(Enumerable.Range(1, 38).Select(n => $"{n}"), rows.Select(r => r.GetProperty("number").GetString()!));
        var sure = rows.Where(r => r.GetProperty("certainty").GetString() == "sure").ToList();
        Assert.True(sure.Count >= 25, $"{sure.Count} sure");
        var plugin = Path.Combine(_folder.Path, "drafted");
        await AssertWorks(plugin);

        // Jingle's own facts, by the shipped scheme and by the draft.
        var shipped = await Statuses(Repo.In("samples", "jingle-2022", "facts.json"), "jingle-county", Repo.Plugins);
        var facts = _folder.Write("jingle.json", Renamed(rows));
        var own = await Statuses(facts, "drafted", _folder.Path);
        var differ = sure.Select(r => r.GetProperty("number").GetString()!)
            .Where(n => own[n] != shipped[n] && own[n] != "undetermined").Select(n => $"row {n}: {own[n]}, as shipped {shipped[n]}");
        Assert.Empty(differ);
        Assert.True(sure.Count(r => own[r.GetProperty("number").GetString()!] != "undetermined") >= 20);
    }

    [Fact]
    public async Task Draft_OnAnUpperScheme_TakesOverWhatAgrees()
    {
        var table = Write("表2-1.docx", Table21());

        var drafted = await ToolRun.Of(
            "draft", table, "--id", "drafted", "--out", _folder.Path, "--format", "json", "--extends", "national-revised");

        Assert.Equal((0, ""), (drafted.ExitCode, drafted.Error));
        var rows = JsonDocument.Parse(drafted.Out).RootElement.EnumerateArray().ToDictionary(r => r.GetProperty("number").GetString()!);
        Assert.Equal("eco-plan", rows["1"].GetProperty("id").GetString());
        Assert.Equal("energy-per-gdp", rows["20"].GetProperty("id").GetString());
        Assert.Equal("sure", rows["20"].GetProperty("certainty").GetString());
        await AssertWorks(Path.Combine(_folder.Path, "drafted"));
    }

    [Fact]
    public async Task Draft_OnTwoUpperSchemes_TakesOverWhatBothAgreeOnAndAsksAboutTheRest()
    {
        var table = Write("表2-1.docx", Table21());

        var drafted = await ToolRun.Of(
            "draft", table, "--id", "drafted", "--out", _folder.Path, "--format", "json",
            "--extends", "national-revised@[1.0.0,2.0.0)", "--extends", "shanxi-trial");

        Assert.Equal((0, ""), (drafted.ExitCode, drafted.Error));
        var rows = JsonDocument.Parse(drafted.Out).RootElement.EnumerateArray().ToDictionary(r => r.GetProperty("number").GetString()!);
        var plugin = Path.Combine(_folder.Path, "drafted");
        await AssertWorks(plugin);
        using var scheme = JsonDocument.Parse(File.ReadAllText(Path.Combine(plugin, "scheme.json")));
        var written = scheme.RootElement.GetProperty("indicators").EnumerateArray().ToDictionary(i => i.GetProperty("id").GetString()!);
        var both = written.Values.Where(i => i.TryGetProperty("from", out var from) && from.GetArrayLength() == 2).ToList();
        Assert.Contains(both, i => i.GetProperty("id").GetString() == "energy-per-gdp");
        Assert.Equal(["national-revised", "shanxi-trial"],
            scheme.RootElement.GetProperty("extends").EnumerateArray().Select(e => e.GetProperty("id").GetString()!));

        // The nation asks 55, the province 53.
        Assert.Equal("guess", rows["10"].GetProperty("certainty").GetString());
        Assert.Contains("上级体系的指标值不一致", rows["10"].GetProperty("decide").ToString(), StringComparison.Ordinal);
        Assert.Contains("上级体系的指标值不一致", File.ReadAllText(Path.Combine(plugin, "REVIEW.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_OneUpperSchemeTwice_IsRefused()
    {
        var run = await ToolRun.Of("draft", _folder.Write("a.csv", "指标名称,指标值\n甲,≥3\n"), "--id", "other", "--out", _folder.Path,
            "--extends", "national-revised", "--extends", "national-revised@[1.0.0,2.0.0)");
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("IR2001", run.Error, StringComparison.Ordinal);
    }

    // Invented tables of other layouts.
    [Theory]
    [InlineData(
        "三级指标,带年份的目标两行表头",
        "一级指标,二级指标,三级指标,单位,目标值,,2023年现状值\n,,,,2025年,2030年,\n"
            + "生态环境,空气,优良天数比例,%,≥85,≥90,86.2\n,,PM2.5浓度,μg/m³,≤35,≤30,33\n,水,地表水优良比例,%,100,100,100\n"
            + "生态生活,人居,绿地率,%,40-60,≥45,41\n",
        "1 优良天数比例 AtLeast(85) sure; 2 PM2.5浓度 AtMost(35) sure; 3 地表水优良比例 AtLeast(100) sure; "
            + "4 绿地率 Between(40, 60) guess")]
    [InlineData(
        "分项各占一行",
        "序号,指标名称,计量单位,指标要求,指标性质,基准值（2022年）,备注\n一、约束性指标\n"
            + "1,农业废弃物利用率,%,,约束性,,\n,（1）秸秆,%,≥90,约束性,92,\n,（2）农膜,%,不低于80,约束性,81,\n"
            + "2,城镇污水处理率★,%,95以上,约束性,94.1,市级要求\n二、预期性指标\n3,公众满意度,%,达到90,预期性,93,\n"
            + "4,规划,-,制定实施,预期性,正在制定,\n5,林草覆盖率,%,按省里的要求,预期性,40,\n注：带★的是特色指标。\n",
        "1 农业废弃物利用率 Items.Item1.AtLeast(90) & Items.Item2.AtLeast(80) sure; 2 城镇污水处理率 AtLeast(95) sure; "
            + "3 公众满意度 AtLeast(90) guess; 4 规划 Reached(State.State2) sure; 5 林草覆盖率 - cannot")]
    [InlineData(
        "没有序号、没有领域，分号分隔",
        "县域指标体系（2024年）;;;\n指标;单位;考核标准;现状值\n能耗强度;吨标准煤/万元;≤0.5;0.48\n森林覆盖率;%;≥30或持续提升;28\n"
            + "空气质量;微克/立方米;完成市下达的任务;30\n公开率;%;100；;100\n碳汇;万吨;≥3000吨;1\n",
        "1 能耗强度 AtMost(0.5) sure; 2 森林覆盖率 AtLeast(30) | Improving() sure; 3 空气质量 SuperiorTask.Completed() sure; "
            + "4 公开率 AtLeast(100) sure; 5 碳汇 - cannot")]
    [InlineData(
        "没有领域、有小标题行，省级和县级两列",
        "序号,指标名称,单位,指标值,,2024年现状值\n,,,省级,县级,\n一、生态环境\n1,优良天数比例,%,≥85,≥90,86\n2,森林覆盖率,%,≥30,≥30,31\n"
            + "二、生态生活\n3,污水处理率,%,≥95,,94\n4,规划,-,制定实施,制定实施,制定实施\n5,水质达标率,%,100,100,99\n",
        "1 优良天数比例 AtLeast(85) guess; 2 森林覆盖率 AtLeast(30) sure; 3 污水处理率 AtLeast(95) guess; "
            + "4 规划 Reached(State.State1) sure; 5 水质达标率 AtLeast(100) sure")]
    [InlineData(
        "分项带小号，阶段各占一行",
        "序号,指标名称,单位,目标年,目标值,2024年现状值\n1,农业废弃物利用率,%,,,\n1.1,秸秆,%,2025年,≥90,92\n,,,2030年,≥95,\n"
            + "1.2,农膜,%,2025年,≥80,81\n,,,2030年,≥85,\n2,森林覆盖率,%,2025年,≥30,31\n,,,2030年,≥35,\n3,公开率,%,远期,100,100\n",
        "1 农业废弃物利用率 Items.Item1.AtLeast(90) & Items.Item2.AtLeast(80) sure; 2 森林覆盖率 AtLeast(30) sure; "
            + "3 公开率 AtLeast(100) guess")]
    public async Task Draft_OtherLayouts_SaysWhatIsSure(string name, string csv, string expected)
    {
        var table = _folder.Write($"{name}.csv", csv);

        var drafted = await ToolRun.Of("draft", table, "--id", "other", "--out", _folder.Path, "--format", "json");

        Assert.Equal((0, ""), (drafted.ExitCode, drafted.Error));
        var rows = JsonDocument.Parse(drafted.Out).RootElement.EnumerateArray().ToList();
        Assert.Equal(expected, string.Join("; ", rows.Select(r => string.Join(' ', ((string[])["number", "name", "rule", "certainty"])
            .Select(p => r.GetProperty(p).GetString()!).Select(t => t.StartsWith("Unknown", StringComparison.Ordinal) ? "-" : t)))));
        await AssertWorks(Path.Combine(_folder.Path, "other"));
    }

    // Invented: groups of headings over years, domains that cover rows, targets by climate.
    [Fact]
    public async Task Draft_NestedHeadings_JudgesAsWorkedOutByHandWhereItIsSure()
    {
        List<string[]> rows =
        [
            ["领域", "领域", "序号", "指标名称", "单位", "目标", "目标", "目标", "现状值"],
            ["领域", "领域", "序号", "指标名称", "单位", "指标值", "2025年", "2030年", "2024年"],
            ["生态安全", "环境", "1", "优良天数比例", "%", "≥85", "≥86", "≥90", "84.9"],
            ["生态安全", "环境", "2", "PM2.5浓度", "μg/m³", "≤35", "≤33", "≤30", "35"],
            ["生态安全", "生态", "3", "林草覆盖率", "%", "湿润地区≥80 / 半湿润地区≥55", "≥56", "≥60", "60"],
            ["生态安全", "生态", "4", "森林覆盖率", "%", "山区≥60；丘陵区≥40；平原≥18", "≥50", "≥50", "45"],
            ["生态生活", "人居", "5", "污水处理率", "%", "95以上", "≥96", "100", "94.99"],
        ];
        var table = Write("嵌套表头.docx", rows);

        var drafted = await ToolRun.Of("draft", table, "--id", "other", "--out", _folder.Path, "--format", "json");

        Assert.Equal((0, ""), (drafted.ExitCode, drafted.Error));
        var sure = JsonDocument.Parse(drafted.Out).RootElement.EnumerateArray()
            .Where(r => r.GetProperty("certainty").GetString() == "sure").Select(r => r.GetProperty("number").GetString()!).ToList();
        Assert.Equal(["1", "2", "3", "5"], sure);
        var plugin = Path.Combine(_folder.Path, "other");
        await AssertWorks(plugin);
        Dictionary<string, Dictionary<string, string>> expected = new()
        {
            ["Humid"] = new() { ["1"] = "notMet", ["2"] = "met", ["3"] = "notMet", ["5"] = "notMet" },
            ["SemiHumid"] = new() { ["1"] = "notMet", ["2"] = "met", ["3"] = "met", ["5"] = "notMet" },
            ["Arid"] = new() { ["1"] = "notMet", ["2"] = "met", ["3"] = "undetermined", ["5"] = "notMet" },
        };
        var facts = File.ReadAllText(Path.Combine(plugin, "facts.json"));
        foreach (var (climate, statuses) in expected)
        {
            var filled = System.Text.Json.Nodes.JsonNode.Parse(facts)!;
            foreach (var attribute in filled["place"]!["attributes"]!.AsArray())
            {
                attribute!["choice"] = (string)attribute["id"]! == "Climate" ? climate : "Hill";
            }

            var own = await Statuses(_folder.Write($"{climate}.json", filled.ToJsonString()), "other", _folder.Path);
            Assert.Equal(statuses, sure.ToDictionary(n => n, n => own[n]));
        }
    }

    // What the corpus expects of each row is tried beside the library; here the plugins are used.
    [Theory]
    [InlineData("01-merged-domains", true)]
    [InlineData("05-items-in-rows", true)]
    [InlineData("07-words-of-numbers", false)]
    [InlineData("08-states", true)]
    [InlineData("12-regions", false)]
    [InlineData("23-large-numbers", true)]
    public async Task Draft_PrintedTable_MakesAPluginThatWorks(string table, bool hasCases)
    {
        var path = Path.Combine(_folder.Path, "a.docx");
        File.WriteAllBytes(path, new PrintedFile(File.ReadAllText(Repo.In("tests", "corpus", "printed", $"{table}.txt"))).Docx());

        var drafted = await ToolRun.Of("draft", path, "--id", "other", "--out", _folder.Path);

        Assert.Equal((0, ""), (drafted.ExitCode, drafted.Error));
        var plugin = Path.Combine(_folder.Path, "other");
        Assert.Equal(hasCases, Directory.Exists(Path.Combine(plugin, "cases")));
        Assert.Equal(hasCases, drafted.Out.Contains("indicator-rules test", StringComparison.Ordinal));
        var readme = File.ReadAllText(Path.Combine(plugin, "README.md"));
        Assert.Equal(hasCases, readme.Contains("indicator-rules test", StringComparison.Ordinal));
        await AssertWorks(plugin);
    }

    // What Word shows as deleted, raised or inserted is never a plain digit or nothing.
    [Theory]
    [InlineData(
        "<w:r><w:t>≥</w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>8</w:t></w:r><w:r><w:t>90</w:t></w:r>", "AtLeast(90)", "IR2140")]
    [InlineData("<w:r><w:t>≥</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>8</w:t></w:r><w:r><w:t>90</w:t></w:r>", "AtLeast(90)", "")]
    [InlineData("<w:r><w:rPr><w:strike w:val=\"0\"/></w:rPr><w:t>≥90</w:t></w:r>", "AtLeast(90)", "")]
    [InlineData("<w:r><w:t>≥9</w:t></w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>2</w:t></w:r>", "-", "")]
    [InlineData("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0A3\"/><w:t>100</w:t></w:r>", "AtMost(100)", "")]
    [InlineData("<w:r><w:sym w:font=\"Wingdings 3\" w:char=\"F023\"/><w:t>100</w:t></w:r>", "-", "")]
    [InlineData("<w:r><w:object/><w:t>100</w:t></w:r>", "-", "")]
    [InlineData("<w:r><w:drawing><w:inline/></w:drawing><w:t>100</w:t></w:r>", "-", "")]
    [InlineData("<w:sSup><w:e><w:r><w:t>≥10</w:t></w:r></w:e><w:sup><w:r><w:t>2</w:t></w:r></w:sup></w:sSup>", "-", "")]
    [InlineData("<w:f><w:num><w:r><w:t>1</w:t></w:r></w:num><w:den><w:r><w:t>3</w:t></w:r></w:den></w:f>", "-", "")]
    [InlineData(
        "<w:ruby><w:rt><w:r><w:t>9</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>100</w:t></w:r></w:rubyBase></w:ruby>", "AtLeast(100)", "")]
    public async Task Draft_FormattedTarget_IsReadAsItIsPrinted(string target, string rule, string notice)
    {
        static string Row(params string[] cells) =>
            $"<w:tr>{string.Concat(cells.Select(c => $"<w:tc><w:p>{c}</w:p></w:tc>"))}</w:tr>";
        static string Text(string text) => $"<w:r><w:t>{text}</w:t></w:r>";
        var path = Path.Combine(_folder.Path, "a.docx");
        File.WriteAllBytes(path, PrintedFile.Document($"<w:tbl>{Row(Text("序号"), Text("指标名称"), Text("单位"), Text("指标值"))}"
            + $"{Row(Text("1"), Text("绿化率"), Text("%"), target)}"
            + $"<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p>{Text("9")}</w:p></w:tc></w:tr></w:tbl>"));

        var drafted = await ToolRun.Of("draft", path, "--id", "other", "--out", _folder.Path, "--format", "json");

        Assert.Equal(0, drafted.ExitCode);
        Assert.Equal(notice.Length > 0, drafted.Error.Contains("IR2140", StringComparison.Ordinal));
        var row = Assert.Single(JsonDocument.Parse(drafted.Out).RootElement.EnumerateArray());
        Assert.Equal(rule == "-" ? "cannot" : "sure", row.GetProperty("certainty").GetString());
        var said = row.GetProperty("rule").GetString()!;
        Assert.Equal(rule, said.StartsWith("Unknown", StringComparison.Ordinal) ? "-" : said);
    }

    [Fact]
    public async Task Draft_FolderThatIsThere_IsLeftAlone()
    {
        var kept = _folder.Write("other/notes.txt", "mine");
        var table = _folder.Write("a.csv", "指标名称,指标值\n甲,≥3\n");
        var run = await ToolRun.Of("draft", table, "--id", "other", "--out", _folder.Path);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Equal("mine", File.ReadAllText(kept));
    }

    [Theory]
    [InlineData("a.csv", "县,人口\n甲,3\n", "IR5350")]
    [InlineData("a.csv", "指标名称,指标值\n", "IR5351")]
    [InlineData("a.pdf", "%PDF", "IR5352")]
    [InlineData("a.docx", "text", "IR5310")]
    [InlineData("a.docx", "<document/>", "IR5310")]
    public async Task Draft_NoTableOfIndicators_IsRefused(string file, string content, string id)
    {
        var run = await ToolRun.Of("draft", _folder.Write(file, content), "--id", "other", "--out", _folder.Path);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(id, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "other")));
    }

    [Theory]
    [InlineData("<!DOCTYPE w [<!ENTITY a \"b\">]><w:document xmlns:w=\"w\"><w:body>&a;</w:body></w:document>", "IR5311")]
    [InlineData("<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>没有表</w:t></w:r></w:p></w:body></w:document>", "IR5354")]
    [InlineData("<w:document xmlns:w=\"w\"><w:body><w:tbl><w:tr><w:tc>", "IR5311")]
    [InlineData(
        "<w:document xmlns:w=\"w\"><w:body><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"99999999\"/></w:tcPr></w:tc></w:tr></w:tbl>"
            + "</w:body></w:document>", "IR5312")]
    public async Task Draft_HostileDocument_IsRefused(string document, string id)
    {
        var table = Path.Combine(_folder.Path, "a.docx");
        File.WriteAllBytes(table, Docx(document));
        var run = await ToolRun.Of("draft", table, "--id", "other", "--out", _folder.Path);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains(id, run.Error, StringComparison.Ordinal);
    }

    private static async Task AssertWorks(string plugin)
    {
        var validated = await ToolRun.Of("validate", plugin);
        Assert.True(validated.ExitCode == 0, validated.Out + validated.Error);
        Assert.DoesNotContain("IR2021", validated.Out, StringComparison.Ordinal);
        if (Directory.Exists(Path.Combine(plugin, "cases")))
        {
            var tested = await ToolRun.Of("test", plugin);
            Assert.True(tested.ExitCode == 0, tested.Out + tested.Error);
        }

        var assessed = await ToolRun.Of("assess", Path.Combine(plugin, "facts.json"), "--plugins", Path.GetDirectoryName(plugin)!);
        Assert.True(assessed.ExitCode == 0, assessed.Out + assessed.Error);
        Assert.Contains("# 待核事项", File.ReadAllText(Path.Combine(plugin, "REVIEW.md")), StringComparison.Ordinal);
        Assert.True(new FileInfo(Path.Combine(plugin, "review.xlsx")).Length > 1000);
    }

    private static async Task<Dictionary<string, string>> Statuses(string facts, string scheme, string plugins)
    {
        var run = await ToolRun.In(Repo.Root, ["assess", facts, "--scheme", scheme, "--plugins", plugins, "--format", "json"]);
        using var json = JsonDocument.Parse(run.Out);
        return json.RootElement.GetProperty("indicators").EnumerateArray().ToDictionary(
            i => i.GetProperty("number").ToString(), i => i.GetProperty("status").GetString()!);
    }

    // The same figures under the draft's ids: numbers for ids, names for items, words for states.
    private static string Renamed(List<JsonElement> rows)
    {
        var scheme = JsonDocument.Parse(File.ReadAllText(Repo.In("plugins", "shanxi-trial", "scheme.json"))).RootElement;
        var upper = scheme.GetProperty("indicators").EnumerateArray().ToDictionary(i => i.GetProperty("id").GetString()!);
        var facts = System.Text.Json.Nodes.JsonNode.Parse(File.ReadAllText(Repo.In("samples", "jingle-2022", "facts.json")))!;
        facts["scheme"] = "drafted";
        (facts["place"] as System.Text.Json.Nodes.JsonObject)!.Remove("attributes");
        foreach (var year in facts["years"]!.AsArray())
        {
            (year as System.Text.Json.Nodes.JsonObject)!.Remove("background");
            foreach (var fact in year!["indicators"]!.AsArray())
            {
                var row = upper[(string)fact!["id"]!];
                var number = row.GetProperty("number").ToString();
                fact["id"] = number;
                foreach (var item in fact["items"]?.AsArray() ?? [])
                {
                    var id = (string)item!["id"]!;
                    item["id"] = row.GetProperty("items").EnumerateArray().First(i => i.GetProperty("id").GetString() == id)
                        .GetProperty("name").GetProperty("zh").GetString();
                }

                // An item that the table does not print, or one in another unit than printed, is no figure of the draft.
                if (fact["items"] is { } items && (number is "7" or "8" or "18"))
                {
                    (fact as System.Text.Json.Nodes.JsonObject)!.Remove("items");
                    _ = items;
                }
            }
        }

        Assert.Equal(38, rows.Count);
        return facts.ToJsonString();
    }

    private string Write(string name, List<string[]> rows)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllBytes(path, Path.GetExtension(name) switch
        {
            ".docx" => Docx(Document(rows)),
            ".xlsx" => Xlsx(rows),
            _ => Encoding.UTF8.GetBytes(string.Concat(rows.Select(r =>
                string.Join(',', r.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n"))),
        });
        return path;
    }

    // Table 2-1 as the plan prints it: lines of a cell, headings that cover several rows.
    private static List<string[]> Table21()
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Repo.In("seeds", "jingle-table-2-1.json")));
        string Cell(JsonElement row, string field) => row.GetProperty(field) is { ValueKind: JsonValueKind.Array } lines
            ? string.Join('\n', lines.EnumerateArray().Select(l => l.GetString())) : "";
        List<string[]> rows =
        [
            [
                "领域", "任务", "序号", "指标名称", "单位", "指标值", "指标属性", "2022年现状值", "是否达标",
                "近期目标（2025年）", "中远期目标（2030年）",
            ],
        ];
        foreach (var row in json.RootElement.GetProperty("rows").EnumerateArray())
        {
            var star = row.GetProperty("starred").GetBoolean() ? "*" : "";
            var items = row.GetProperty("items").EnumerateArray()
                .Select(i => i.GetProperty("name").GetString() + (i.GetProperty("starred").GetBoolean() ? "*" : "")).ToList();
            var region = row.TryGetProperty("region", out var lines) ? lines.EnumerateArray().Select(l => l.GetString()!) : [];
            var name = row.GetProperty("name").GetString() + star + (items.Count > 0 ? "：" : "");
            rows.Add([
                row.GetProperty("domain").GetString()!, row.GetProperty("task").GetString()!, row.GetProperty("row").ToString(),
                string.Join('\n', items.Prepend(name).Concat(region)), Cell(row, "unit"), Cell(row, "target"), Cell(row, "binding"),
                Cell(row, "value2022"), Cell(row, "met"), Cell(row, "target2025"), Cell(row, "target2030"),
            ]);
        }

        return rows;
    }

    private static string Document(List<string[]> rows)
    {
        var text = new StringBuilder("<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>表2-1 指标体系</w:t></w:r></w:p><w:tbl>");
        for (var r = 0; r < rows.Count; r++)
        {
            text.Append("<w:tr>");
            for (var c = 0; c < rows[r].Length; c++)
            {
                var isMore = c < 2 && r > 1 && rows[r][c] == rows[r - 1][c];
                var merge = c < 2 && r > 0
                    ? isMore ? "<w:tcPr><w:vMerge/></w:tcPr>" : "<w:tcPr><w:vMerge w:val=\"restart\"/></w:tcPr>" : "";
                var lines = isMore ? [""] : rows[r][c].Split('\n');
                text.Append($"<w:tc>{merge}");
                text.Append(string.Concat(lines.Select(l =>
                    $"<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>{Escaped(l)}</w:t></w:r>"
                    + "<w:del><w:r><w:t>旧</w:t></w:r></w:del></w:p>")));
                text.Append("</w:tc>");
            }

            text.Append("</w:tr>");
        }

        return text.Append("</w:tbl></w:body></w:document>").ToString();
    }

    private static byte[] Docx(string document) => ZipParts.Of(
        ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
        ("_rels/.rels", Relations("word/document.xml")), ("word/document.xml", document));

    private static byte[] Xlsx(List<string[]> rows)
    {
        var (cells, merged) = (new StringBuilder(), new StringBuilder());
        for (var r = 0; r < rows.Count; r++)
        {
            cells.Append($"<row r=\"{r + 1}\">");
            for (var c = 0; c < rows[r].Length; c++)
            {
                var isMore = c < 2 && r > 1 && rows[r][c] == rows[r - 1][c];
                cells.Append(isMore ? "" : $"<c r=\"{(char)('A' + c)}{r + 1}\" t=\"inlineStr\"><is><t>{Escaped(rows[r][c])}</t></is></c>");
                var last = r;
                while (c < 2 && r > 0 && !isMore && last + 1 < rows.Count && rows[last + 1][c] == rows[r][c])
                {
                    last++;
                }

                merged.Append(last > r ? $"<mergeCell ref=\"{(char)('A' + c)}{r + 1}:{(char)('A' + c)}{last + 1}\"/>" : "");
            }

            cells.Append("</row>");
        }

        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return ZipParts.Of(
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            ("_rels/.rels", Relations("xl/workbook.xml")),
            ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relationships}\"><sheets>"
                + "<sheet name=\"表2-1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", Relations("worksheets/sheet1.xml", "worksheet")),
            ("xl/worksheets/sheet1.xml",
                $"<worksheet xmlns=\"{Main}\"><sheetData>{cells}</sheetData><mergeCells>{merged}</mergeCells></worksheet>"));
    }

    private static string Relations(string target, string type = "officeDocument") =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" "
        + $"Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}\" Target=\"{target}\"/></Relationships>";

    private static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
}
