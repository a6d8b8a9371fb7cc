using IndicatorRules.Batching;
using IndicatorRules.Tables;

namespace IndicatorRules.Benchmarks.Batch;

/// <summary>The whole scheme over a table, from CSV to a written result, on a host that has compiled it.</summary>
internal sealed class OwnRun(SchemeHost host)
{
    internal const string Scheme = "jingle-county";

    internal BatchCounts Judge(string table, string to)
    {
        File.Delete(to);
        var run = new BatchRun(host, new BatchRequest { Input = table, Output = to }, new BatchOptions { Scheme = Scheme });
        return run.Run(TextWriter.Null, _ => { }).OrThrow().Counts;
    }
}
