using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>What holds for every verb.</summary>
[Trait("Category", "Slow")]
public sealed class CommandLineTests
{
    [Theory]
    [InlineData]
    [InlineData("asses")]
    [InlineData("assess")]
    [InlineData("assess", "a.json", "--formt", "json")]
    [InlineData("assess", "a.json", "--format", "pdf")]
    [InlineData("assess", "a.json", "--year", "soon")]
    [InlineData("assess", "a.json", "--lang", "fr")]
    [InlineData("assess", "a.json", "--fail-on", "everything")]
    [InlineData("validate")]
    [InlineData("test")]
    [InlineData("explain", "a.json")]
    [InlineData("show")]
    public async Task Run_WrongCommand_ExitsWithTwoAndSaysHowToGetHelp(params string[] arguments)
    {
        var run = await ToolRun.In(Repo.Root, arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(" at IndicatorRules", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("2022.5")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    [InlineData("")]
    public async Task Run_NumberThatIsNone_IsToldWithoutATypesName(string year)
    {
        var zh = await ToolRun.In(Repo.Root, ["assess", "a.json", "--year", year]);
        var en = await ToolRun.In(Repo.Root, ["assess", "a.json", "--year", year, "--lang", "en"]);

        Assert.Equal((2, 2), (zh.ExitCode, en.ExitCode));
        Assert.Equal($"命令有误：`--year` 要填整数，不能是 `{year}`。\n用 --help 查看用法。\n", zh.Error.ReplaceLineEndings("\n"));
        Assert.Equal($"wrong command: `--year` takes a whole number, not `{year}`.\nSee --help.\n", en.Error.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("请写明要做什么，例如 `assess`（评判）、`explain`（说明某一项）、`check`（校核）。",
        "Say what to do, such as `assess` (judge), `explain` (one verdict) or `check` (contradictions).")]
    [InlineData("没有 `asses` 这个命令。是否想写 `assess`？", "Unknown command `asses`. Did you mean `assess`?", "asses", "x")]
    [InlineData("没有 `评判` 这个命令。是否想写 `assess`？", "Unknown command `评判`. Did you mean `assess`?", "评判", "x")]
    [InlineData("`assess` 没有 `--formt` 这个选项。是否想写 `--format`？", "`assess` has no option `--formt`. Did you mean `--format`?",
        "assess", "x", "--formt", "json")]
    [InlineData("`assess` 没有 `--formt` 这个选项。是否想写 `--format`？", "`assess` has no option `--formt`. Did you mean `--format`?",
        "assess", "--formt=json", "x")]
    [InlineData("`assess` 没有 `--plugin` 这个选项。是否想写 `--plugins`？", "`assess` has no option `--plugin`. Did you mean `--plugins`?",
        "assess", "x", "--plugin", "y")]
    [InlineData("`assess` 没有 `-o` 这个选项。是否想写 `--out`？", "`assess` has no option `-o`. Did you mean `--out`?",
        "assess", "x", "-o", "y")]
    [InlineData("`assess` 没有 `--nosuch` 这个选项。", "`assess` has no option `--nosuch`.", "assess", "--nosuch")]
    [InlineData("`—-format` 开头用了中文破折号，请改成两个英文减号：`--format`。",
        "`—-format` begins with a dash; write two hyphens: `--format`.", "assess", "x", "—-format", "csv")]
    [InlineData("`–format` 开头用了中文破折号，请改成两个英文减号：`--format`。",
        "`–format` begins with a dash; write two hyphens: `--format`.", "assess", "x", "–format", "csv")]
    [InlineData("`－－year=2022` 开头用了中文破折号，请改成两个英文减号：`--year=2022`。",
        "`－－year=2022` begins with a dash; write two hyphens: `--year=2022`.", "assess", "x", "－－year=2022")]
    [InlineData("还要写 INDICATOR（序号、指标名称或编号），例如：indicator-rules explain 填报数据.json 29",
        "INDICATOR is missing (number, name or id of an indicator), as in: indicator-rules explain facts.json 29", "explain", "x")]
    [InlineData("`--format` 不能写 excel；可以写 table、json、csv、markdown、html、xlsx、docx。",
        "`--format` cannot be excel; it can be table, json, csv, markdown, html, xlsx, docx.", "assess", "x", "--format", "excel")]
    [InlineData("`--format` 后面还要写：table、json、csv、markdown、html、xlsx、docx。",
        "`--format` lacks what it takes: table, json, csv, markdown, html, xlsx, docx.",
        "assess", "x", "--format")]
    [InlineData("`--year` 后面还要写：整数。", "`--year` lacks what it takes: a whole number.", "assess", "x", "--year")]
    [InlineData("多出了 `数据.json`。文件名中有空格时，请用引号括起来。",
        "There is one word too many: `数据.json`. Quote a file name that has spaces.", "assess", "填报", "数据.json")]
    [InlineData("`--year` 写了两次，请只写一次。", "`--year` is given twice; give it once.", "assess", "x", "--year",
        "2021", "--year", "2022")]
    [InlineData("FACTS 是空的，请写明。", "FACTS is empty.", "assess", "")]
    [InlineData("`list` 后面只写选项，多出了 ``。", "`list` takes options alone; `` is one word too many.", "list", "")]
    [InlineData("`list` 后面只写选项，多出了 `plugins`。",
        "`list` takes options alone; `plugins` is one word too many.", "list", "plugins")]
    [InlineData("多出了一个空的词。", "There is an empty word too many.", "assess", "x", "")]
    [InlineData("`--strict` 后面不写值，请只写 `--strict`。", "`--strict` takes no value; write `--strict` alone.",
        "assess", "x", "--strict=yes")]
    [InlineData("`--no-cache` 后面不写值，请只写 `--no-cache`。", "`--no-cache` takes no value; write `--no-cache` alone.",
        "assess", "--no-cache=", "x")]
    [InlineData("没有 `ASSESS` 这个命令。是否想写 `assess`？", "Unknown command `ASSESS`. Did you mean `assess`?", "ASSESS", "x")]
    [InlineData("请先写明要做什么，再写 `README.md`，例如 `assess README.md`（评判）。",
        "Say what to do before `README.md`, as in `assess README.md` (judge).", "README.md")]
    [InlineData("`--plugins` 后面是空的，请写明（DIR）。", "`--plugins` is empty; it takes DIR.", "assess", "x", "--plugins", "")]
    [InlineData("请把 `assess` 写在最前面，选项写在后面。", "Write `assess` first and the options after it.", "--year", "assess")]
    [InlineData("`--cert` 要和 `--sign` 一起用：有私钥才能签名。", "`--cert` goes with `--sign`: without a key nothing is signed.",
        "pack", "x", "--cert", "y")]
    [InlineData("批量评判不能写 table；`--format` 可以写 csv、json、html、xlsx、docx。",
        "a batch is not written as table; `--format` can be csv, json, html, xlsx or docx.",
        "assess", "x.csv", "--format", "table")]
    public async Task Run_WrongCommand_SaysWhatToWriteInOneLanguage(string zh, string en, params string[] arguments)
    {
        var chinese = await ToolRun.In(Repo.Root, arguments);
        var english = await ToolRun.In(Repo.Root, [.. arguments, "--lang", "en"]);

        Assert.Equal((2, ""), (chinese.ExitCode, chinese.Out));
        Assert.Equal((2, ""), (english.ExitCode, english.Out));
        Assert.Equal("命令有误：" + zh, Lines(chinese.Error)[0]);
        Assert.Equal("wrong command: " + en, Lines(english.Error)[0]);
    }

    [Theory]
    [InlineData("２０２２")]
    [InlineData("2022年")]
    [InlineData("２０２２年")]
    public async Task Run_YearAsTablesWriteIt_IsTaken(string year)
    {
        var plain = await ToolRun.AsProcess("assess", Repo.Sample("jingle-2022"), "--year", "2022", "--format", "csv");
        var written = await ToolRun.AsProcess("assess", Repo.Sample("jingle-2022"), "--year", year, "--format", "csv");

        Assert.Equal((0, plain.Out), (written.ExitCode, written.Out));
    }

    [Theory]
    [InlineData("--format", "CSV")]
    [InlineData("--format=Csv")]
    [InlineData("--format:CSV", "--evidence", "Declared", "--lang", "ZH")]
    public async Task Run_ChoiceInAnyCase_IsTaken(params string[] options)
    {
        var plain = await ToolRun.Of("assess", Repo.Sample("jingle-2022"), "--format", "csv");

        Assert.Equal(plain, await ToolRun.Of(["assess", Repo.Sample("jingle-2022"), .. options]));
    }

    [Fact]
    public async Task Run_NameThatBeginsWithAnAt_IsAFileAndNoList()
    {
        var run = await ToolRun.Of("assess", "@CHANGELOG.md");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("@CHANGELOG.md: error IR1001: 文件 `@CHANGELOG.md` 不存在", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--fail-on", "not-met", "FACTS")]
    [InlineData("--fail-on", "undetermined", "Not-Met", "FACTS")]
    [InlineData("--fail-on", "undetermined", "--fail-on", "not-met", "FACTS")]
    [InlineData("FACTS", "--fail-on", "not-met", "undetermined")]
    [InlineData("--fail-on", "not-met", "--", "FACTS")]
    public async Task Run_ListOption_TakesWhatIsOnItsListAndNoFile(params string[] words)
    {
        string[] named = [.. words.Select(w => w == "FACTS" ? Repo.Sample("jingle-2022") : w)];

        var run = await ToolRun.In(Repo.Root, ["assess", "--plugins", Repo.Plugins, .. named]);

        Assert.Equal((3, ""), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("none.csv")]
    [InlineData("none.parquet")]
    [InlineData("none.json")]
    [InlineData("none/none.csv")]
    public async Task Run_FileThatIsNotThere_IsTheUsersToMend(string name)
    {
        var run = await ToolRun.Of("assess", name, "--scheme", "jingle-county");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith($"{name}: error IR1001: 文件 `{name}` 不存在或无法读取。", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--help")]
    [InlineData("help")]
    [InlineData("assess", "--help")]
    [InlineData("help", "pack")]
    [InlineData("watch", "-h")]
    public async Task Run_Help_IsAResultInOneLanguage(params string[] arguments)
    {
        var zh = await ToolRun.In(Repo.Root, arguments);
        var en = await ToolRun.In(Repo.Root, [.. arguments, "--lang", "en"]);

        Assert.Equal((0, "", 0, ""), (zh.ExitCode, zh.Error, en.ExitCode, en.Error));
        Assert.Contains("例如：", zh.Out, StringComparison.Ordinal);
        Assert.Contains("Examples:", en.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(en.Out, c => c >= 0x2E80);
        Assert.DoesNotContain("Usage", zh.Out, StringComparison.Ordinal);
        Assert.All(Lines(zh.Out), l => Assert.InRange(l.Sum(c => c >= 0x1100 ? 2 : 1), 0, Terminal.DefaultWidth));
    }

    [Fact]
    public async Task Help_EveryVerb_HasBothHalvesOfEveryDescription()
    {
        foreach (var verb in Tool.Verbs(new Terminal(TextWriter.Null, TextWriter.Null, Terminal.DefaultWidth), Repo.Root))
        {
            var texts = verb.Options.Where(o => !o.Hidden).Select(o => o.Description).Concat(verb.Arguments.Select(a => a.Description))
                .Append(verb.Description);
            Assert.All(texts, t => Assert.Contains(" / ", t, StringComparison.Ordinal));
            Assert.Equal(0, (await ToolRun.In(Repo.Root, ["help", verb.Name])).ExitCode);
        }
    }

    [Fact]
    public async Task Run_Cancelled_WritesNothingAndExitsWithOne()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        var run = await ToolRun.In(Repo.Root, ["assess", Repo.Sample("jingle-2022"), "--plugins", Repo.Plugins], cancelled.Token);

        Assert.Equal((1, ""), (run.ExitCode, run.Out));
        Assert.DoesNotContain(" at IndicatorRules", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_OutThatCannotBeWritten_ExitsWithTwo()
    {
        using var folder = new TempFolder();
        var taken = Directory.CreateDirectory(Path.Combine(folder.Path, "report.csv"));

        var run = await ToolRun.Of("assess", Repo.Sample("jingle-2022"), "--format", "csv", "--out", taken.FullName);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.DoesNotContain(" at IndicatorRules", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Run_AsAProcess_GivesTheSameAsInThisOne()
    {
        var here = await ToolRun.Of("assess", Repo.Sample("jingle-2022"), "--format", "json");
        var process = await ToolRun.AsProcess("assess", Repo.Sample("jingle-2022"), "--format", "json");

        Assert.Equal(here, process);
    }

    [Theory]
    [InlineData(2, "assess", "no-such-file.json")]
    [InlineData(2, "assess", "--no-such-option")]
    [InlineData(3, "assess", "samples/jingle-2022/facts.json", "--fail-on", "not-met")]
    [Trait("Category", "Slow")]
    public async Task Run_AsAProcess_ExitsAsTold(int code, params string[] arguments)
    {
        var run = await ToolRun.AsProcess(arguments);

        Assert.Equal(code, run.ExitCode);
        Assert.Equal(code == 2, run.Out.Length == 0);
        Assert.Equal(code == 2, run.Error.Length > 0);
    }

    [Fact]
    public async Task Run_WithoutPluginsBeside_UsesTheShippedOnes()
    {
        using var folder = new TempFolder();

        var run = await ToolRun.In(folder.Path, ["list"]);

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(3, run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Run_FilesThatSystemsLeave_ArePassedOverEverywhere()
    {
        using var folder = TempFolder.WithPlugins();
        Directory.CreateDirectory(Path.Combine(folder.Path, "facts"));
        File.Copy(Repo.Sample("jingle-2022"), Path.Combine(folder.Path, "facts", "a.json"));
        var before = await Outcomes();
        foreach (var place in (string[])["facts", "jingle-county/cases", "jingle-county/rules", "jingle-county", "."])
        {
            foreach (var name in (string[])["._a.json", ".a.json", "~$a.json", "Thumbs.db", "desktop.ini", ".DS_Store"])
            {
                folder.Write(Path.Combine(place, name), "\0");
            }
        }

        folder.Write("._jingle-county/scheme.json", "\0");
        Assert.Equal(before, await Outcomes());
        Assert.All(before, run => Assert.Equal(0, run.ExitCode));

        async Task<List<ToolRun>> Outcomes()
        {
            var runs = new List<ToolRun>();
            foreach (var words in (string[][])
                [
                    ["list"], ["validate", Path.Combine(folder.Path, "jingle-county")],
                    ["test", Path.Combine(folder.Path, "jingle-county")],
                    ["assess", Path.Combine(folder.Path, "facts"), "--scheme", "jingle-county"],
                    ["pack", Path.Combine(folder.Path, "jingle-county"), "--out", Path.Combine(folder.Path, "out")],
                ])
            {
                runs.Add(await ToolRun.In(folder.Path, [.. words, "--plugins", folder.Path]));
            }

            return runs;
        }
    }

    [UnixFact]
    public async Task Watch_Pipe_IsRefused()
    {
        var run = await ToolRun.Of("watch", "-");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.StartsWith("-: error IR1031: `-` 是管道或设备，不能监视。", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("con")]
    [InlineData("nul")]
    [InlineData("lpt1")]
    public async Task New_DevicesName_IsRefusedOnEverySystem(string id)
    {
        using var folder = new TempFolder();
        var run = await ToolRun.In(folder.Path, ["new", id]);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("error IR2030: ", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(folder.Path));
    }

    [UnixFact]
    public async Task New_PlantedPartial_IsNotWrittenThrough()
    {
        using var folder = new TempFolder();
        Directory.CreateDirectory(Path.Combine(folder.Path, "victim"));
        Directory.CreateSymbolicLink(Path.Combine(folder.Path, "my-county.partial"), "victim");

        Assert.Equal(0, (await ToolRun.In(folder.Path, ["new", "my-county"])).ExitCode);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(folder.Path, "victim")));
        Assert.Null(new DirectoryInfo(Path.Combine(folder.Path, "my-county")).LinkTarget);
    }

    [Fact]
    public async Task Add_WhereAFileStands_IsTheUsersToMend()
    {
        using var folder = new TempFolder();
        folder.Write("taken", "");
        Assert.Equal(0, (await ToolRun.Of("pack", Path.Combine(Repo.Plugins, "national-revised"), "--out", folder.Path)).ExitCode);
        var package = Directory.GetFiles(folder.Path, "*.nupkg").Single();

        var run = await ToolRun.In(folder.Path, ["add", package, "--to", "taken"]);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("error IR1023: 无法写入", run.Error, StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    [Theory]
    [InlineData("assess")]
    [InlineData("check")]
    [InlineData("convert")]
    [InlineData("explain")]
    [InlineData("list")]
    [InlineData("show")]
    [InlineData("stages")]
    [InlineData("start")]
    [InlineData("template")]
    [InlineData("watch")]
    public async Task Help_VerbOfACounty_HasNoWordsOfProgrammers(string verb)
    {
        var run = await ToolRun.In(Repo.Root, [verb, "--help"]);
        Assert.DoesNotMatch("插件|契约|退出码|脚本", run.Out);
    }

    [Theory]
    [InlineData("assess", "none.csv", "--scheme", "jingle-county")]
    [InlineData("check", "none.csv", "--scheme", "jingle-county")]
    [InlineData("explain", "none.csv", "3", "--scheme", "jingle-county")]
    [InlineData("stages", "none.csv", "--scheme", "jingle-county")]
    [InlineData("convert", "none.csv", "none.xlsx", "--scheme", "jingle-county")]
    [InlineData("assess", "nowhere/none.csv", "--scheme", "jingle-county")]
    public async Task Run_TableThatIsNotThere_IsAWrongInput(params string[] arguments)
    {
        var run = await ToolRun.In(Repo.Root, arguments);
        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("IR1001", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_ShortOptionForOutput_NamesTheLongOne()
    {
        var run = await ToolRun.In(Repo.Root, ["assess", "a.json", "-o", "b.csv"]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("是否想写 `--out`？", run.Error, StringComparison.Ordinal);
    }
}
