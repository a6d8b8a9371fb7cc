using System.Diagnostics;
using IndicatorRules.Scripting;

namespace IndicatorRules.Benchmarks.Attacks;

/// <summary>Memory of host and worker from a moment on. One thread.</summary>
internal sealed class MemoryWatch(CompileWorker worker)
{
    private readonly long _allocated = GC.GetAllocatedBytesForCurrentThread();
    private readonly long _host = WorkingSet(Environment.ProcessId);
    private readonly int? _worker = worker.ProcessId;
    private readonly long _workers = WorkingSet(worker.ProcessId);

    internal MemoryTaken Taken() => new(
        GC.GetAllocatedBytesForCurrentThread() - _allocated,
        Math.Max(0, WorkingSet(Environment.ProcessId) - _host),
        worker.ProcessId == _worker ? Math.Max(0, WorkingSet(_worker) - _workers) : 0);

    private static long WorkingSet(int? id)
    {
        if (id is not { } running)
        {
            return 0;
        }

        try
        {
            using var process = Process.GetProcessById(running);
            return process.WorkingSet64;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // It ended between the two questions.
            return 0;
        }
    }
}
