using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using IndicatorRules.Tables;

namespace IndicatorRules.Benchmarks.Batch;

/// <summary>The child of batch: one table in a process of its own, so that its peak of memory is its own.</summary>
internal static class BatchProcess
{
    // Enough that what is timed is not the compiling: it would be most of a small table's time and little of a large one's.
    private const int WarmCounties = 1000;
    private const int WarmRuns = 3;

    /// <param name="table">What is judged.</param>
    /// <param name="to">Where the verdicts go.</param>
    /// <param name="times">How often, the fastest counts; more than once to be profiled.</param>
    internal static int Run(string table, string to, int times)
    {
        using var host = SchemeHost.Open(Repo.Plugins);
        var own = new OwnRun(host);
        var folder = Directory.CreateTempSubdirectory("batch-warm-").FullName;
        var warm = new BatchData(host.Catalog.Resolve(OwnRun.Scheme).OrThrow(), 2).Write(folder, WarmCounties);
        for (var i = 0; i < WarmRuns; i++)
        {
            own.Judge(warm, Path.Combine(folder, "warm.csv"));
        }

        Directory.Delete(folder, recursive: true);
        var counts = default(BatchCounts);
        var taken = Enumerable.Range(0, times).Select(_ => Taken.By(() => counts = own.Judge(table, to))).MinBy(t => t.Cores);
        using var me = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"seconds\":{taken.Seconds:0.000},\"cores\":{taken.Cores:0.000},"
                + $"\"placeYears\":{counts.PlaceYears},\"peakMb\":{me.PeakWorkingSet64 / 1048576.0:0.0}}}"));
        return 0;
    }

    internal static (double Seconds, long PlaceYears, double PeakMb) Start(string table, string to)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        foreach (var argument in (string[])[.. Host(), "batch-child", table, to])
        {
            start.ArgumentList.Add(argument);
        }

        using var child = Process.Start(start)!;
        var line = child.StandardOutput.ReadToEnd();
        child.WaitForExit();
        using var json = JsonDocument.Parse(
            child.ExitCode == 0 ? line : throw new InvalidOperationException($"The child ended with {child.ExitCode}: {line}"));
        return (json.RootElement.GetProperty("seconds").GetDouble(), json.RootElement.GetProperty("placeYears").GetInt64(),
            json.RootElement.GetProperty("peakMb").GetDouble());
    }

    // `dotnet x.dll` needs the dll named; an apphost does not.
    private static string[] Host() => Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
        ? [typeof(BatchProcess).Assembly.Location]
        : [];
}
