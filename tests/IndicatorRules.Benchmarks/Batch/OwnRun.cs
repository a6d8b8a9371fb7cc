using System.Diagnostics;
using IndicatorRules.Batching;
using IndicatorRules.Reporting.Batching;

namespace IndicatorRules.Benchmarks.Batch;

/// <summary>The whole scheme over a table, from CSV to a written result, on a host that has compiled it.</summary>
internal sealed class OwnRun(SchemeHost host)
{
    internal const string Scheme = "jingle-county";

    internal (TimeSpan Time, BatchCounts Counts) Judge(string table, string to)
    {
        File.Delete(to);
        var clock = Stopwatch.StartNew();
        var run = new BatchRun(host, new BatchRequest { Input = table, Output = to }, new BatchOptions { Scheme = Scheme });
        var summary = run.Run(TextWriter.Null, _ => { }).OrThrow();
        return (clock.Elapsed, summary.Counts);
    }
}
