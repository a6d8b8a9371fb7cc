using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Scripting;
using IndicatorRules.Tests.Support;
using IndicatorRules.Workers;

namespace IndicatorRules.Tests.Hosting;

/// <summary>What a host says of failed compilations, and how it comes back from them.</summary>
[Trait("Category", "Slow")]
public sealed class FailedCompilationTests : IDisposable
{
    private const string Scheme = "national-revised";

    private readonly SetClock _clock = new();
    private readonly FailingCompiler _compiler = new();
    private readonly SchemeHost _host;

    public FailedCompilationTests() => _host = SchemeHost.Open(
        new SchemeHostOptions { PluginDirectories = [Repo.Plugins], Compiler = _compiler, StoreDirectory = null, Clock = _clock });

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Check_SchemeThatBringsTheCompilerDown_IsSetAsideWithTheLastCause()
    {
        _compiler.Fault = () =>
            new CompileWorkerException(new("编译进程意外结束", "the compile worker ended unexpectedly"), "Stack overflow.");
        Assert.Equal(["IR4011", "IR4011", "IR4011", "IR4110", "IR4110"], Enumerable.Range(0, 5).Select(_ => Failure().Id));
        Assert.Equal(3, _compiler.Asked);
        Assert.Contains("“Stack overflow.”", Failure().Message(Language.Zh), StringComparison.Ordinal);
        Assert.Contains("ended unexpectedly", Failure().Message(Language.En), StringComparison.Ordinal);

        _compiler.Fault = null;
        Assert.Equal("IR4110", Failure().Id);
        _host.Refresh();
        Assert.True(_host.ValidateScheme(Scheme).Succeeded);
    }

    [Fact]
    public void Check_SetAside_IsTriedAgainAfterSomeMinutes()
    {
        _compiler.Fault = () => new CompileWorkerException(new("停", "ended"));
        Assert.Equal(["IR4011", "IR4011", "IR4011", "IR4110"], Enumerable.Range(0, 4).Select(_ => Failure().Id));
        _compiler.Fault = null;
        _clock.Now += TimeSpan.FromMinutes(5);

        Assert.True(_host.ValidateScheme(Scheme).Succeeded);
    }

    [Fact]
    public void Check_WorkerKilledFromOutside_NeverSetsTheSchemeAside()
    {
        _compiler.Fault = () => new CompileWorkerException(WorkerFault.Killed, new("编译进程被结束", "the compile worker was killed"), "");
        for (var i = 0; i < 10; i++)
        {
            Assert.Equal("IR4011", Failure().Id);
        }

        // The third failure in a row begins a wait, in which nothing is started.
        Assert.Equal(3, _compiler.Asked);
        _compiler.Fault = null;
        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.True(_host.ValidateScheme(Scheme).Succeeded);
    }

    [Fact]
    public void Check_WorkerMissingAtFirst_IsWellAsSoonAsItIsThere()
    {
        using var folder = new TempFolder();
        using var worker = new CompileWorker(Path.Combine(folder.Path, "compiler"));
        using var host = Hosts.With(worker, Repo.Plugins);
        for (var i = 0; i < 5; i++)
        {
            var missing = Assert.Single(host.ValidateScheme(Scheme).Diagnostics);
            Assert.Equal("IR4011", missing.Id);
            Assert.Contains("找不到编译进程的程序", missing.Message(Language.Zh), StringComparison.Ordinal);
            Assert.Contains("体系没有问题", missing.Help(Language.Zh), StringComparison.Ordinal);
            Assert.Contains("is missing", missing.Message(Language.En), StringComparison.Ordinal);
        }

        folder.CopyFrom(Repo.Worker, "compiler");
        Assert.True(host.ValidateScheme(Scheme).Succeeded);
    }

    [Fact]
    public void Check_AfterASuccess_CountsFromTheStart()
    {
        // Another scheme's images are live or gone; the failures of one do not add up over its successes.
        for (var round = 0; round < 3; round++)
        {
            using var host = SchemeHost.Open(
                new SchemeHostOptions { PluginDirectories = [Repo.Plugins], Compiler = _compiler, StoreDirectory = null, Clock = _clock });
            _compiler.Fault = () => new CompileWorkerException(new("停", "ended"));
            Assert.Equal("IR4011", host.ValidateScheme(Scheme).Diagnostics[0].Id);
            Assert.Equal("IR4011", host.ValidateScheme(Scheme).Diagnostics[0].Id);
            _compiler.Fault = null;
            Assert.True(host.ValidateScheme(Scheme).Succeeded);
        }
    }

    private Diagnostic Failure() => Assert.Single(_host.ValidateScheme(Scheme).Diagnostics);
}
