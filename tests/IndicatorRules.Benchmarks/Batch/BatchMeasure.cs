using System.Globalization;
using IndicatorRules.Conventions.Support;
using IndicatorRules.Reporting.Batching;

namespace IndicatorRules.Benchmarks.Batch;

/// <summary>Many places from CSV to a written result: beside DuckDB in the same run, then in memory and in growth.</summary>
internal sealed class BatchMeasure(bool quick)
{
    private const int Counties = 3000;
    private const int Seed = 1;

    private readonly int _rounds = quick ? 3 : 7;
    private readonly int[] _sizes = quick ? [333, 3000, 10_000] : [333, 3000, 33_334];

    internal int Run()
    {
        var folder = Directory.CreateTempSubdirectory("batch-").FullName;
        try
        {
            using var host = SchemeHost.Open(Path.Combine(Repo.Root, "plugins"));
            var county = host.Catalog.Resolve(OwnRun.Scheme).OrThrow();
            var data = new BatchData(county, Seed);
            var beside = Beside(new OwnRun(host), new DuckRun(BareThresholds.Of(county)), data.Write(folder, Counties), folder);
            var grown = Array.ConvertAll(_sizes, counties => Grow(data.Write(folder, counties), Path.Combine(folder, "grown.csv")));
            var (small, large) = (grown[^2], grown[^1]);
            var exponent = Math.Log(large.Seconds / small.Seconds) / Math.Log((double)large.PlaceYears / small.PlaceYears);
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{{\"vsDuckDb\":{beside.VsDuck:0.00},\"peakWorkingSetMb\":{grown.Max(g => g.PeakMb):0},\"growthExponent\":{exponent:0.00},\"vsDuckDbWriting\":{beside.VsDuckWriting:0.00},\"seconds\":{beside.Own:0.000},\"duckDbSeconds\":{beside.Duck:0.000},\"duckDbWritingSeconds\":{beside.DuckWriting:0.000},\"figures\":{(long)Counties * BatchData.Years * county.Indicators.Length},\"peakWorkingSetMbSmallest\":{grown[0].PeakMb:0},\"placeYears\":{large.PlaceYears},\"placeYearsSeconds\":{large.Seconds:0.0}}}"));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private (double Own, double Duck, double DuckWriting, double VsDuck, double VsDuckWriting) Beside(OwnRun own, DuckRun duck, string table, string folder)
    {
        using (duck)
        {
            var (ours, theirs) = (Path.Combine(folder, "ours.csv"), Path.Combine(folder, "duck.csv"));
            var counts = own.Judge(table, ours).Counts;
            duck.Judge(table, theirs);
            Agree(duck.Compare(theirs, ours), duck.Judge(table).Rows, counts);
            var times = Enumerable.Range(0, _rounds).Select(_ => (
                Own: own.Judge(table, ours).Time.TotalSeconds,
                Duck: duck.Judge(table).Time.TotalSeconds,
                Writing: duck.Judge(table, theirs).Time.TotalSeconds)).ToList();
            var (mine, bare, writing) = (Median(times.Select(t => t.Own)), Median(times.Select(t => t.Duck)), Median(times.Select(t => t.Writing)));
            Console.WriteLine($"CSV {new FileInfo(table).Length >> 20} MB: ours {mine:0.000} s, DuckDB thresholds {bare:0.000} s, written too {writing:0.000} s (medians of {_rounds}, interleaved)");
            return (mine, bare, writing, Median(times.Select(t => t.Own / t.Duck)), Median(times.Select(t => t.Own / t.Writing)));
        }
    }

    // Before anything is timed: both say the same of every row that is nothing but a threshold and a number.
    private static void Agree((long Shared, long Different) compared, long rows, BatchCounts counts)
    {
        Console.WriteLine($"{compared.Shared} rows judged by both, {compared.Different} differently; {counts.PlaceYears} place-years, {counts.Errors} errors");
        if (compared.Shared == 0 || compared.Shared != rows || compared.Different > 0)
        {
            throw new InvalidOperationException("The two do not agree; nothing was timed.");
        }
    }

    private static (double Seconds, long PlaceYears, double PeakMb) Grow(string table, string to)
    {
        var grown = BatchProcess.Start(table, to);
        Console.WriteLine($"{grown.PlaceYears} place-years: {grown.Seconds:0.00} s, {grown.PeakMb:0} MB at most");
        File.Delete(to);
        return grown;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
