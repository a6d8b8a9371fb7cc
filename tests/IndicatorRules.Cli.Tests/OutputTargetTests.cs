using System.Runtime.InteropServices;
using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary>Every verb that writes, at every kind of place that a user may name.</summary>
[Trait("Category", "Slow")]
public sealed class OutputTargetTests : IDisposable
{
    private const string Facts = "facts.json";
    private const string Table = "county.csv";
    private const string Old = "old";
    private const string LockName = "my.lock.json";

    private static readonly Dictionary<string, string[]> Writers = new(StringComparer.Ordinal)
    {
        // The last word is followed by the place.
        ["assess"] = ["assess", Facts, "--out"],
        ["assess --reasons"] = ["assess", Table, "--scheme", "jingle-county", "--reasons", "--out"],
        ["check"] = ["check", Facts, "--out"],
        ["assess --lock"] = ["assess", Facts, "--lock", "--lock-file"],
    };

    private readonly TempFolder _folder = new();

    public OutputTargetTests()
    {
        File.Copy(Repo.Sample("jingle-2022"), At(Facts));
        _folder.Write(Table,
            "place,year,indicator,value,Climate,Terrain.Mountain,Terrain.Hill,Terrain.Plain\n甲,2022,eco-index,60,SemiHumid,100,0,0\n");
        foreach (var file in Directory.EnumerateFiles(Repo.Plugins, "*", SearchOption.AllDirectories))
        {
            var copy = At(Path.Combine("plugins", Path.GetRelativePath(Repo.Plugins, file)));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public static TheoryData<string> All => [.. Writers.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(All))]
    public async Task Out_PlainFile_IsReplacedAndKeepsItsRights(string writer)
    {
        var target = _folder.Write("result.txt", Old);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(target, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        }

        await Writes(writer, "result.txt", target);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead, File.GetUnixFileMode(target));
        }
    }

    [UnixTheory]
    [MemberData(nameof(All))]
    public async Task Out_Link_StaysAndItsFileIsReplaced(string writer)
    {
        var target = _folder.Write("result.txt", Old);
        File.CreateSymbolicLink(At("latest.txt"), "result.txt");
        File.CreateSymbolicLink(At("last.txt"), "latest.txt");

        await Writes(writer, "last.txt", target);

        Assert.Equal(("latest.txt", "result.txt"), (new FileInfo(At("last.txt")).LinkTarget, new FileInfo(At("latest.txt")).LinkTarget));
    }

    [UnixTheory]
    [MemberData(nameof(All))]
    public async Task Out_LinkToNothingYet_StaysAndItsFileIsMade(string writer)
    {
        File.CreateSymbolicLink(At("latest.txt"), "result.txt");

        await Writes(writer, "latest.txt", At("result.txt"));

        Assert.Equal("result.txt", new FileInfo(At("latest.txt")).LinkTarget);
    }

    [UnixTheory]
    [MemberData(nameof(All))]
    public async Task Out_PlantedPartial_IsNotFollowed(string writer)
    {
        var victim = _folder.Write("victim.txt", Old);
        File.CreateSymbolicLink(At("result.txt.partial"), "victim.txt");

        await Writes(writer, "result.txt", At("result.txt"));

        Assert.Equal(Old, File.ReadAllText(victim));
        Assert.Null(new FileInfo(At("result.txt")).LinkTarget);
    }

    [UnixTheory]
    [MemberData(nameof(All))]
    public async Task Out_Device_IsWrittenIntoAndStays(string writer)
    {
        var run = await Run(writer, "/dev/null");

        Assert.Equal(0, run.ExitCode);
        Assert.False((File.GetAttributes("/dev/null") & FileAttributes.Normal) != 0 && new FileInfo("/dev/null").Length > 0);
        AssertNothingLeft();
    }

    [UnixTheory]
    [MemberData(nameof(All))]
    public async Task Out_FullDevice_ExitsWithOneAndSaysSo(string writer)
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        var run = await Run(writer, "/dev/full");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("/dev/full: error IR1024: 写 `/dev/full` 时出错：磁盘已满。", run.Error, StringComparison.Ordinal);
    }

    [UnixTheory]
    [MemberData(nameof(All))]
    public async Task Out_Pipe_GetsTheWholeAndStays(string writer)
    {
        var pipe = At("pipe");
        Assert.Equal(0, MakePipe(pipe, 0x180));
        var read = Task.Run(() => File.ReadAllText(pipe));

        var run = await Run(writer, "pipe");

        Assert.Equal(0, run.ExitCode);
        Assert.NotEqual("", await read.WaitAsync(TimeSpan.FromSeconds(30)));
        Assert.NotEqual((FileAttributes)0, File.GetAttributes(pipe));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Out_StandardOutput_GetsWhatNoFileGets(string writer)
    {
        var plain = await Tool(writer == "assess --lock" ? [.. Writers[writer], "/dev/stdout"] : Writers[writer][..^1]);

        Assert.Equal(plain.Out, (await Run(writer, "-")).Out);
        Assert.Equal(0, plain.ExitCode);
        AssertNothingLeft();
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Out_InputUnderAnyName_IsRefused(string writer)
    {
        var input = writer == "assess --reasons" ? Table : Facts;
        var names = new List<string> { input, $"./{input}", $"plugins/../{input}", At(input) };
        if (!OperatingSystem.IsWindows())
        {
            File.CreateSymbolicLink(At("link"), input);
            Assert.Equal(0, HardLink(At(input), At("hard")));
            names.AddRange(["link", "hard"]);
        }

        foreach (var name in names)
        {
            await Refuses(writer, name, "IR1021", "输出文件就是填报数据文件，没有写。");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Out_FileOfAScheme_IsRefused(string writer)
    {
        var names = new List<string> { "plugins/jingle-county/scheme.json", "plugins/jingle-county/cases/new.json",
            "plugins/jingle-county/README.md" };
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(0, HardLink(At("plugins/jingle-county/scheme.json"), At("hard")));
            names.Add("hard");
        }

        foreach (var name in names)
        {
            await Refuses(writer, name, name.EndsWith(".md", StringComparison.Ordinal) && writer != "assess --lock"
                ? "IR10" : "IR1021", "");
        }
    }

    [Fact]
    public async Task Out_LockFile_IsRefused()
    {
        foreach (var option in (string[])["--lock", "--locked"])
        {
            File.WriteAllText(At(LockName), Old);
            var run = await Tool("assess", Facts, option, "--lock-file", LockName, "--out", $"plugins/../{LockName}");

            Assert.Equal(2, run.ExitCode);
            Assert.Contains("error IR1021: 输出文件就是锁定文件，没有写。", run.Error, StringComparison.Ordinal);
            Assert.Equal(Old, File.ReadAllText(At(LockName)));
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Out_Folder_IsRefused(string writer)
    {
        Directory.CreateDirectory(At("taken"));
        foreach (var name in (string[])["taken", "taken/", "nothing/", ".", "plugins/.."])
        {
            await Refuses(writer, name, "IR1022", "是文件夹，不能当作输出文件");
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Out_Empty_IsAWrongCommand(string writer)
    {
        var run = await Run(writer, "");

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains("后面是空的", run.Error, StringComparison.Ordinal);
    }

    [UnixTheory]
    [MemberData(nameof(All))]
    public async Task Out_PlaceThatCannotBe_IsRefused(string writer)
    {
        File.CreateSymbolicLink(At("round"), "trip");
        File.CreateSymbolicLink(At("trip"), "round");
        _folder.Write("file", Old);
        foreach (var name in (string[])["round", "file/result.txt", new string('名', 200), "/proc/nothing/result.txt"])
        {
            var run = await Run(writer, name);

            Assert.Equal((2, ""), (run.ExitCode, run.Out));
            Assert.Contains("error IR1023: 无法写入", run.Error, StringComparison.Ordinal);
            AssertNothingLeft();
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Out_NewFolder_IsMade(string writer) => await Writes(writer, "new/deep/result.txt", At("new/deep/result.txt"));

    [Fact]
    public async Task Out_InputAmongManyFiles_IsRefused()
    {
        Directory.CreateDirectory(At("all"));
        File.Move(At(Facts), At("all/a.json"));
        foreach (var name in (string[])["all/a.json", "all/new.json"])
        {
            var run = await Tool("assess", "all", "--format", "json", "--out", name);

            Assert.Equal(2, run.ExitCode);
            Assert.Contains("IR1021", run.Error, StringComparison.Ordinal);
            Assert.True(File.ReadAllBytes(At("all/a.json")).AsSpan().SequenceEqual(File.ReadAllBytes(Repo.Sample("jingle-2022"))));
        }
    }

    [Fact]
    public async Task Pack_OverAPluginsFile_IsRefused()
    {
        var packed = await Tool("pack", "plugins/national-revised", "--out", "plugins/jingle-county/cases");

        Assert.Equal(2, packed.ExitCode);
        Assert.Contains("IR1021", packed.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("r.csv", "﻿体系")]
    [InlineData("r.json", "{")]
    [InlineData("r.md", "#")]
    [InlineData("r.txt", "静乐县")]
    [InlineData("r.CSV", "﻿体系")]
    [InlineData("r.xlsx", "PK")]
    [InlineData("r.docx", "PK")]
    public async Task Out_WithoutFormat_TakesItFromTheName(string name, string start)
    {
        Assert.Equal(0, (await Tool("assess", Facts, "--out", name)).ExitCode);
        Assert.StartsWith(start, System.Text.Encoding.UTF8.GetString(File.ReadAllBytes(At(name))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("IR1026", "结果.xls")]
    [InlineData("IR1026", "结果.odt")]
    [InlineData("IR1025", "结果.xlsx", "--format", "docx")]
    [InlineData("IR1025", "结果.docx", "--format", "csv")]
    [InlineData("IR1025", "结果.csv", "--format", "xlsx")]
    [InlineData("IR1025", "结果.html", "--format", "csv")]
    [InlineData("IR1025", "结果.txt", "--format", "json")]
    [InlineData("IR1025", "结果.csv", "--format", "json")]
    [InlineData("IR1025", "结果.json", "--format", "table")]
    public async Task Out_NameOfAnotherForm_IsRefused(string id, string name, params string[] rest)
    {
        var run = await Tool(["assess", Facts, "--out", name, .. rest]);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains($"error {id}: ", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(At(name)));
    }

    [Theory]
    [InlineData("many.xlsx")]
    [InlineData("many.docx")]
    public async Task Out_ManyPlaces_AreOneFile(string name)
    {
        var run = await Tool("assess", Table, "--scheme", "jingle-county", "--out", name);

        Assert.Equal((0, ""), (run.ExitCode, run.Out));
        Assert.True(File.ReadAllBytes(At(name)).AsSpan().StartsWith("PK"u8));
        Assert.Contains("1 个行政区，1 个行政区年度", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xlsx")]
    [InlineData("docx")]
    public async Task Format_OfAFileWithoutOut_AsksForOne(string form)
    {
        var run = await Tool("assess", Facts, "--format", form);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains($"--out 结果.{form}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Out_Csv_BeginsWithOneMarkHoweverItIsWritten()
    {
        await Tool("assess", Facts, "--format", "csv", "--out", "one.csv");
        await Tool("assess", Table, "--scheme", "jingle-county", "--out", "many.csv");
        foreach (var name in (string[])["one.csv", "many.csv"])
        {
            var bytes = File.ReadAllBytes(At(name));
            Assert.True(bytes.AsSpan().StartsWith("\uFEFF"u8));
            Assert.Equal(-1, bytes.AsSpan(3).IndexOf("\uFEFF"u8));
        }
    }

    private async Task Writes(string writer, string name, string target)
    {
        var run = await Run(writer, name);

        Assert.Equal((0, ""), (run.ExitCode, writer == "assess --lock" ? "" : run.Out));
        Assert.NotEqual(Old, File.ReadAllText(target));
        Assert.True(new FileInfo(target).Length > 20);
        AssertNothingLeft(planted: 0);
    }

    private async Task Refuses(string writer, string name, string id, string message)
    {
        var before = Snapshot();
        var run = await Run(writer, name);

        Assert.Equal((2, ""), (run.ExitCode, run.Out));
        Assert.Contains($"error {id}", run.Error, StringComparison.Ordinal);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Equal(before, Snapshot());
    }

    private Task<ToolRun> Run(string writer, string name) => Tool([.. Writers[writer], name]);

    // Inputs are named by their whole paths, as the tests share one current directory.
    private Task<ToolRun> Tool(params string[] words) =>
        ToolRun.In(_folder.Path, [.. words.Select((w, i) => i == 1 ? At(w) : w), "--plugins", At("plugins")]);

    private string At(string name) => Path.Combine(_folder.Path, name);

    private List<string> Snapshot() =>
        [.. Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(f =>
                $"{f} {new FileInfo(f).LinkTarget} "
                    + $"{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(f)))}")];

    private void AssertNothingLeft(int planted = 0) => Assert.Equal(planted, Directory
        .EnumerateFileSystemEntries(_folder.Path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
        .Count(f => f.EndsWith(".partial", StringComparison.Ordinal) && new FileInfo(f).LinkTarget is null));

    [DllImport("libc", EntryPoint = "mkfifo")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakePipe([MarshalAs(UnmanagedType.LPUTF8Str)] string path, uint mode);

    [DllImport("libc", EntryPoint = "link")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int HardLink([MarshalAs(UnmanagedType.LPUTF8Str)] string path, [MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
