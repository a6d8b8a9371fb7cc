using System.Runtime.Versioning;
using IndicatorRules.Contract;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Scripting;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Workers;

/// <summary>
/// A program in the worker's place that does what no worker does: always IR4011 that says what happened, never an exception, never IR4110.
/// </summary>
[UnsupportedOSPlatform("windows")]
[Trait("Category", "Slow")]
public sealed class StrangeWorkerTests
{
    private const string Scheme = "national-revised";
    private const string Idle = "exec /bin/sleep 100";

    [UnixTheory]
    [InlineData("exit 3", "意外结束（错误代码 3）", "ended unexpectedly (exit code 3)")]
    [InlineData("exit 0", "意外结束（错误代码 0）", "ended unexpectedly (exit code 0)")]
    [InlineData("kill -6 $$", "（错误代码 134，信号 6）", "(exit code 134, signal 6)")]
    [InlineData("kill -9 $$", "强行结束（错误代码 137，信号 9），多因内存不足", "killed from outside (exit code 137, signal 9)")]
    [InlineData("kill -15 $$", "强行结束（错误代码 143，信号 15）", "killed from outside (exit code 143, signal 15)")]
    [InlineData("echo 'Out of memory.' >&2; kill -6 $$", "因内存不足而结束", "ran out of memory")]
    [InlineData("echo 'Unhandled exception. System.IO.IOException: Permission denied: a.dll' >&2; exit 134",
        "它最后输出“Permission denied: a.dll”", "its last words: \"Permission denied: a.dll\"")]
    [InlineData(@"printf 'a\033[31mb\202\n' >&2; exit 1", @"“a\u{1B}[31mb", @"a\u{1B}[31mb")]
    [InlineData("exec 1>&-; " + Idle, "没有应答就关闭了输出", "closed its output without an answer")]
    [InlineData("echo nonsense; " + Idle, "应答无法读取", "cannot be read")]
    [InlineData(@"printf '\002\000\000\000{}'; " + Idle, "应答无法读取（", "cannot be read (")]
    [InlineData(@"printf '\004\000\000\000null'; " + Idle, "应答无法读取", "cannot be read")]
    [InlineData(@"printf '\377\377\377\377'; " + Idle, "应答无法读取", "cannot be read")]
    [InlineData(@"printf '\000\000\000\000'; " + Idle, "应答无法读取", "cannot be read")]
    public void Check_WorkerMisbehaves_IsIR4011WithItsStory(string script, string zh, string en)
    {
        using var folder = FakeWorker.Folder(script);
        using var worker = new CompileWorker(folder.Path);
        using var host = Hosts.With(worker, Repo.Plugins);
        for (var i = 0; i < 2; i++)
        {
            var diagnostic = Failure(host);
            Assert.Equal("IR4011", diagnostic.Id);
            Assert.Contains(zh, diagnostic.Message(Language.Zh), StringComparison.Ordinal);
            Assert.Contains(en, diagnostic.Message(Language.En), StringComparison.Ordinal);
            Assert.DoesNotContain("Exception", diagnostic.Format(Language.Zh), StringComparison.Ordinal);
        }
    }

    [UnixTheory]
    [InlineData("""{"Image":null,"Faults":[],"Costs":[]}""")]
    [InlineData("""{"Image":null,"Faults":null,"Costs":null}""")]
    [InlineData("""{"Image":null,"Faults":[{"Unit":99,"Offset":0,"Id":"IR4001","Arguments":[]}],"Costs":[]}""")]
    [InlineData("""{"Image":null,"Faults":[{"Unit":-1,"Offset":0,"Id":"IR4001","Arguments":[]}],"Costs":[]}""")]
    [InlineData("""{"Image":null,"Faults":[{"Unit":0,"Offset":9999999,"Id":"IR4001","Arguments":[{"Zh":"x","En":"x"}]}],"Costs":[]}""")]
    [InlineData("""{"Image":null,"Faults":[{"Unit":0,"Offset":0,"Id":"IR0000","Arguments":[]}],"Costs":[]}""")]
    [InlineData("""{"Image":null,"Faults":[{"Unit":0,"Offset":0,"Id":"IR4003","Arguments":[]}],"Costs":[]}""")]
    [InlineData("""{"Image":null,"Faults":[{"Unit":0,"Offset":0,"Id":"IR4001","Arguments":[null]}],"Costs":[]}""")]
    [InlineData("""{"Image":null,"Faults":[null],"Costs":[]}""")]
    [InlineData("""{"Image":"AAAA","Faults":[],"Costs":[]}""")]
    [InlineData("""{"Image":"AAAA","Faults":[],"Costs":[null]}""")]
    [InlineData("[]")]
    [InlineData("7")]
    public void Check_AnswerOfTheWrongShape_IsIR4011(string answer)
    {
        using var folder = FakeWorker.Folder(
            $"printf '\\{Convert.ToString(answer.Length & 255, 8)}"
                + $"\\{Convert.ToString(answer.Length >> 8, 8)}\\000\\000%s' '{answer}'; {Idle}");
        using var worker = new CompileWorker(folder.Path);
        using var host = Hosts.With(worker, Repo.Plugins);

        Assert.Equal("IR4011", Failure(host).Id);
    }

    [UnixFact]
    public void Check_WorkerThatNeverAnswers_SaysHowLongItWasGiven()
    {
        using var folder = FakeWorker.Folder(Idle);
        using var worker = new CompileWorker(folder.Path, TimeSpan.FromSeconds(0.5));
        using var host = Hosts.With(worker, Repo.Plugins);

        Assert.Contains("超过 0.5 秒没有应答", Failure(host).Message(Language.Zh), StringComparison.Ordinal);
        Assert.Contains("did not answer within 0.5 s", Failure(host).Message(Language.En), StringComparison.Ordinal);
    }

    [UnixFact]
    public void Check_WorkerThatFailsForEverything_BlamesNoScheme()
    {
        using var folder = FakeWorker.Folder("exit 3");
        using var worker = new CompileWorker(folder.Path);
        using var host = Hosts.With(worker, Repo.Plugins);
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("IR4011", Failure(host).Id);
        }
    }

    [UnixFact]
    public void Check_ProgramThatCannotBeRun_SaysWhatTheSystemSays()
    {
        using var folder = FakeWorker.Folder("exit 0");
        // Where the runtime should be is nothing that can be run either: the assembly is none.
        File.SetUnixFileMode(Path.Combine(folder.Path, "native", "IndicatorRules.Compiler"), UnixFileMode.UserRead);
        using var worker = new CompileWorker(folder.Path);
        using var host = Hosts.With(worker, Repo.Plugins);

        Assert.Equal("IR4011", Failure(host).Id);
    }

    [UnixFact]
    public void Compile_OneHangs_TheOthersGoToASecondProcess()
    {
        // The first to come hangs, whoever comes after compiles.
        using var folder = new TempFolder();
        folder.CopyFrom(Repo.Worker);
        FakeWorker.Script(folder,
            $"if /bin/mkdir {folder.Path}/first 2>/dev/null; then {Idle}; fi; exec {Dotnet} {folder.Path}/IndicatorRules.Compiler.dll");
        using var worker = new CompileWorker(folder.Path, TimeSpan.FromMinutes(5));
        using var given = new CancellationTokenSource();
        var hanging = Task.Factory.StartNew(() => worker.Compile(ImageBench.Request(), given.Token), CancellationToken.None,
            TaskCreationOptions.LongRunning, TaskScheduler.Default);
        Eventually.Holds(() => Directory.Exists(Path.Combine(folder.Path, "first")));

        Assert.NotNull(worker.Compile(ImageBench.Request(30)).Image);
        Assert.False(hanging.IsCompleted);
        given.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() => hanging.GetAwaiter().GetResult());
    }

    [UnixFact]
    public async Task Dispose_WhileAWorkerHangs_EndsTheRequestAndTheProcess()
    {
        using var folder = FakeWorker.Folder($"echo $$ > \"$0.pid\"; {Idle}");
        var worker = new CompileWorker(folder.Path);
        var hanging = Task.Factory.StartNew(
            () => worker.Compile(ImageBench.Request()), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        var pid = Path.Combine(folder.Path, "native", "IndicatorRules.Compiler.pid");
        Eventually.Holds(() => File.Exists(pid) && File.ReadAllText(pid).EndsWith('\n'));

        worker.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => Eventually.Ends(hanging));
        var id = int.Parse(File.ReadAllText(pid), System.Globalization.CultureInfo.InvariantCulture);
        Eventually.Holds(() => FakeWorker.HasEnded(id));
        worker.Dispose();
    }

    private static string Dotnet => Environment.ProcessPath!;

    private static Diagnostic Failure(SchemeHost host) => Assert.Single(host.ValidateScheme(Scheme).Diagnostics);
}
