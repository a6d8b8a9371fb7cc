using IndicatorRules.Workers;

namespace IndicatorRules.Tests.Workers;

public sealed class WorkerLauncherTests : IDisposable
{
    private static readonly string Dotnet = OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Start_RunByDotnet_TakesThatDotnet()
    {
        var installation = Installation("sdk");
        var start = Launcher(Path.Combine(installation, Dotnet), Runtime(installation), "app").Start(Command("app"));
        Assert.Equal(Path.Combine(installation, Dotnet), start.Program);
        Assert.Contains(KeyValuePair.Create("DOTNET_ROOT", installation), start.Environment);
    }

    [Fact]
    public void Start_OwnExecutableOnAnInstalledRuntime_TakesTheInstallationsDotnet()
    {
        var installation = Installation("sdk");
        var start = Launcher(File("app/app"), Runtime(installation), "app").Start(Command("app"));
        Assert.Equal(Path.Combine(installation, Dotnet), start.Program);
    }

    // A program three folders below an executable of that name is not run by it.
    [Theory]
    [InlineData("a/b/c", "a/b/c")]
    [InlineData("shared/other/c", "shared/other/c")]
    [InlineData("other/Microsoft.NETCore.App/c", "other/Microsoft.NETCore.App/c")]
    [InlineData("shared/Microsoft.NETCore.App/c", "shared/Microsoft.NETCore.App/c")]
    [InlineData("a/b/c", "")]
    public void Start_SelfContainedBelowAnotherDotnet_RunsItself(string application, string runtime)
    {
        File(Dotnet);
        File("a/" + Dotnet);
        File("a/b/" + Dotnet);
        var own = File(application + "/app");
        var start = Launcher(own, runtime.Length == 0 ? "" : Path.Combine(_folder.Path, runtime), application).Start(Command(application));
        Assert.Equal(own, start.Program);
        Assert.Equal(["--indicator-rules-worker", Command(application).Assembly], start.Arguments.AsEnumerable());
        Assert.Contains(KeyValuePair.Create("DOTNET_STARTUP_HOOKS", Command(application).Hook), start.Environment);
    }

    [Fact]
    public void Start_ApplicationThatIsCalledDotnet_IsNotTakenForTheInstallation()
    {
        var own = File("app/" + Dotnet);
        var start = Launcher(own, Path.Combine(_folder.Path, "app"), "app").Start(Command("app"));
        Assert.Equal(["--indicator-rules-worker", Command("app").Assembly], start.Arguments.AsEnumerable());
    }

    [Fact]
    public void Start_AssemblyInsideASingleFile_RunsItselfThoughDotnetIsThere()
    {
        var installation = Installation("sdk");
        var own = File("app/app");
        var command = Command("app") with { Assembly = Path.Combine(_folder.Path, "app", "inside.dll") };
        Assert.Equal(own, Launcher(own, Runtime(installation), "app").Start(command).Program);
    }

    [Fact]
    public void Start_ExtractedSingleFile_TellsTheChildWhereItIsExtracted()
    {
        var own = File("app/app");
        var start = Launcher(own, Path.Combine(_folder.Path, "cache/app/bundle"), "cache/app/bundle").Start(Command("app"));
        Assert.Contains(KeyValuePair.Create("DOTNET_BUNDLE_EXTRACT_BASE_DIR", Path.Combine(_folder.Path, "cache")), start.Environment);
    }

    [Fact]
    public void Start_InAWorker_IsRefused()
    {
        var launcher = new WorkerLauncher(File("app/app"), "", Path.Combine(_folder.Path, "app"), isWorker: true);
        Assert.Throws<WorkerGoneException>(() => launcher.Start(Command("app")));
    }

    [Fact]
    public void Start_NoExecutableAndNoDotnet_IsRefused() =>
        Assert.Throws<WorkerGoneException>(() => new WorkerLauncher(null, "", _folder.Path, isWorker: false).Start(Command("app")));

    [Fact]
    public void WorkerFolders_InAnotherProgram_AreThoseOfThePackage()
    {
        var (installation, package) = (Installation("sdk"), Path.Combine(_folder.Path, "indicatorrules", "0.1.0"));
        var other = Path.Combine(installation, "sdk", "FSharp");

        var launcher = new WorkerLauncher(
            Path.Combine(installation, Dotnet), Runtime(installation), other, isWorker: false,
            Path.Combine(package, "lib", "net10.0", "IndicatorRules.dll"));

        Assert.Equal([other, Path.Combine(package, "tools"), Path.Combine(package, "lib", "net10.0")], launcher.WorkerFolders);
        Assert.Equal([other], launcher.ApplicationFolders);
    }

    [Theory]
    [InlineData("")]
    [InlineData("app/IndicatorRules.dll")]
    public void WorkerFolders_InTheApplication_AreItsOwn(string library)
    {
        var app = Path.Combine(_folder.Path, "app");
        var launcher = new WorkerLauncher(
            File("app/app"), "", app, isWorker: false, library.Length == 0 ? "" : Path.Combine(_folder.Path, library));

        Assert.Equal([app], launcher.WorkerFolders);
    }

    private WorkerLauncher Launcher(string process, string runtime, string application) =>
        new(process, runtime, Path.Combine(_folder.Path, application) + Path.DirectorySeparatorChar, isWorker: false);

    private WorkerCommand Command(string application)
    {
        var assembly = File(application + "/compiler/worker.dll");
        return new WorkerCommand(new("编译进程", "the compile worker"), assembly, [], []) { Hook = assembly };
    }

    private string Installation(string name)
    {
        File($"{name}/{Dotnet}");
        Directory.CreateDirectory(Path.Combine(_folder.Path, name, "host", "fxr"));
        return Path.Combine(_folder.Path, name);
    }

    private static string Runtime(string installation) => Path.Combine(installation, "shared", "Microsoft.NETCore.App", "10.0.0");

    private string File(string path)
    {
        var full = Path.Combine(_folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        System.IO.File.WriteAllText(full, "");
        return full;
    }
}
