using System.Runtime.Versioning;
using IndicatorRules.Contract;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Compiling;
using IndicatorRules.Scripting;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Scripting;

/// <summary>A worker that is not there, dies or is late is a diagnostic; the host stays well.</summary>
[Trait("Category", "Slow")]
public sealed class CompileWorkerTests
{
    private const string Assembly = "IndicatorRules.Compiler.dll";

    [Fact]
    public void Assess_WorkerNotThere_IsADiagnostic()
    {
        using var empty = new TempFolder();
        using var worker = new CompileWorker(empty.Path);

        AssertFails(worker);
        AssertWorks();
    }

    [Fact]
    public void Assess_WorkerTooLate_IsADiagnosticAndAFreshHostWorks()
    {
        using var copy = CopyOfWorker();
        using var worker = new CompileWorker(copy.Path, TimeSpan.FromMilliseconds(1));

        AssertFails(worker);
        AssertFails(worker);
        AssertWorks();
    }

    [Fact]
    public void Assess_WorkerThatDies_IsADiagnosticAndStartsAnewWhenRepaired()
    {
        using var copy = CopyOfWorker();
        var assembly = Path.Combine(copy.Path, Assembly);
        File.WriteAllText(assembly, "not an assembly");
        using var worker = new CompileWorker(copy.Path);

        AssertFails(worker);

        File.Copy(Path.Combine(Repo.Worker, Assembly), assembly, overwrite: true);
        using var host = SchemeHost.Open(
            new SchemeHostOptions { PluginDirectories = [Repo.Plugins], Compiler = worker, StoreDirectory = null });
        Assert.True(host.Assess(Jingle.Facts2022).Succeeded);
    }

    [UnixTheory, UnsupportedOSPlatform("windows")]
    [InlineData(UnixFileMode.UserRead)]
    [InlineData(UnixFileMode.UserRead | UnixFileMode.UserExecute)]
    public void Compile_NativeWorkerThatCannotBeRun_RunsOnTheRuntime(UnixFileMode mode)
    {
        using var copy = CopyOfWorker();
        var native = copy.Write(Path.Combine("native", "IndicatorRules.Compiler"), "of another machine");
        File.SetUnixFileMode(native, mode);
        using var worker = new CompileWorker(copy.Path);

        Assert.NotNull(worker.Compile(Request()).Image);
    }

    [Fact]
    public void Compile_Cancelled_Throws()
    {
        using var worker = new CompileWorker();
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => worker.Compile(Request(), cancelled.Token));
    }

    [Fact]
    public void Compile_SameRequest_GivesTheSameImage()
    {
        using var worker = new CompileWorker();
        using var other = new CompileWorker();

        Assert.Equal(worker.Compile(Request()).Image, other.Compile(Request()).Image);
    }

    [Fact]
    public void Assess_AfterCompiling_LeavesTheCompilerOutOfThisProcess()
    {
        AssertWorks();

        Assert.DoesNotContain(
            AppDomain.CurrentDomain.GetAssemblies(),
            a => a.GetName().Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    private static void AssertFails(CompileWorker worker)
    {
        using var host = SchemeHost.Open(
            new SchemeHostOptions { PluginDirectories = [Repo.Plugins], Compiler = worker, StoreDirectory = null });

        var result = host.Assess(Jingle.Facts2022);

        Assert.False(result.Succeeded);
        Assert.All(result.Diagnostics, d => Assert.Equal("IR4011", d.Id));
        Assert.All(result.Diagnostics, d => Assert.EndsWith("scheme.json", d.Location.File, StringComparison.Ordinal));
        Assert.All(result.Diagnostics, d => Assert.DoesNotContain("Exception", d.Format(Language.Zh), StringComparison.Ordinal));
    }

    private static void AssertWorks()
    {
        using var host = SchemeHost.Open(new SchemeHostOptions { PluginDirectories = [Repo.Plugins], StoreDirectory = null });
        Assert.True(host.Assess(Jingle.Facts2022).Succeeded);
    }

    private static CompileRequest Request() => SchemeRequest.Of(Hosts.Shared.Catalog.Resolve("national-revised").OrThrow());

    private static TempFolder CopyOfWorker()
    {
        var folder = new TempFolder();
        folder.CopyFrom(Repo.Worker);
        return folder;
    }
}
