using System.Runtime.CompilerServices;
using System.Runtime.Versioning;
using IndicatorRules.Contract;
using IndicatorRules.Scripting;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Timing.Tests;

/// <summary>Workers that talk without end, and workers of a host that nobody disposed.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class WorkerTests
{
    private const string Scheme = "national-revised";

    [UnixFact]
    public void Check_WorkerThatTalksWithoutEnd_KeepsTheBeginningAlone()
    {
        using var folder = FakeWorker.Folder($"while :; do printf '{new string('x', 80)}' >&2 || exit; done");
        using var worker = new CompileWorker(folder.Path, TimeSpan.FromSeconds(1));
        using var host = Hosts.With(worker, Repo.Plugins);

        Assert.InRange(Assert.Single(host.ValidateScheme(Scheme).Diagnostics).Message(Language.En).Length, 300, 600);
    }

    [UnixFact]
    public void Host_DroppedWithoutDispose_LeavesNoProcess()
    {
        using var folder = new TempFolder();
        folder.CopyFrom(Repo.Worker);
        var ids = Enumerable.Range(0, 3).Select(_ => DropHost(folder.Path)).ToList();

        Eventually.Holds(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return ids.TrueForAll(FakeWorker.HasEnded);
        });
    }

    [UnixFact]
    public void Worker_WithoutRequests_EndsAndStartsAgain()
    {
        using var worker = new CompileWorker { IdleTime = TimeSpan.FromMilliseconds(300) };
        Assert.True(worker.IsWell(default));
        Eventually.Holds(() => worker.ProcessId is null);

        Assert.True(worker.IsWell(default));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int DropHost(string folder)
    {
        var worker = new CompileWorker(folder);
        var host = Hosts.With(worker, Repo.Plugins);
        Assert.True(host.ValidateScheme(Scheme).Succeeded);
        return worker.ProcessId!.Value;
    }
}
