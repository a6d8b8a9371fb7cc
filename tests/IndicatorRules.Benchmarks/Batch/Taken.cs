using System.Diagnostics;
using System.Globalization;

namespace IndicatorRules.Benchmarks.Batch;

/// <summary>What some work took.</summary>
/// <param name="Seconds">By the clock.</param>
/// <param name="Cores">The time that cores worked for this process; the same on a busy machine.</param>
internal readonly record struct Taken(double Seconds, double Cores)
{
    internal static Taken By(Action work)
    {
        using var me = Process.GetCurrentProcess();
        var cores = me.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        work();
        var seconds = clock.Elapsed.TotalSeconds;
        me.Refresh();
        return new Taken(seconds, (me.TotalProcessorTime - cores).TotalSeconds);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Seconds:0.000} s ({Cores:0.000} s of cores)");
}
