using System.Text.Json;
using IndicatorRules.Tables;

namespace IndicatorRules.Benchmarks.Batch;

/// <summary>Many places from CSV to a written result: beside DuckDB in the same run, then in memory and in growth.</summary>
internal sealed class BatchMeasure(bool quick)
{
    private const int Counties = 3000;
    private const int Seed = 1;

    // Until both are as fast as they get: compiling what is run often takes a few tables.
    private const int WarmRounds = 4;

    private readonly int _rounds = quick ? 3 : 7;
    private readonly int[] _sizes = quick ? [333, 3000, 10_000] : [333, 3000, 33_334];

    internal int Run()
    {
        var folder = Directory.CreateTempSubdirectory("batch-").FullName;
        try
        {
            using var host = SchemeHost.Open(Repo.Plugins);
            var county = host.Catalog.Resolve(OwnRun.Scheme).OrThrow();
            var data = new BatchData(county, Seed);
            using var duck = new DuckRun(BareThresholds.Of(county));
            var beside = Compare(new OwnRun(host), duck, data.Write(folder, Counties), folder);
            var grown = Array.ConvertAll(_sizes, counties => Grow(data.Write(folder, counties), Path.Combine(folder, "grown.csv")));
            var (small, large) = (grown[^2], grown[^1]);
            Console.WriteLine(JsonSerializer.Serialize(new
            {
                vsDuckDb = Math.Round(beside.VsDuckDb, 2),
                peakWorkingSetMb = Math.Round(grown.Max(g => g.PeakMb)),
                growthExponent = Math.Round(
                    Math.Log(large.Seconds / small.Seconds) / Math.Log((double)large.PlaceYears / small.PlaceYears), 2),
                vsDuckDbFewestColumns = Math.Round(beside.VsDuckDbFewestColumns, 2),
                vsDuckDbWriting = Math.Round(beside.VsDuckDbWriting, 2),
                coresVsDuckDb = Math.Round(beside.CoresVsDuckDb, 2),
                seconds = Math.Round(beside.Seconds, 3),
                duckDbSeconds = Math.Round(beside.DuckDbSeconds, 3),
                figures = (long)Counties * BatchData.Years * county.Indicators.Length,
                peakWorkingSetMbSmallest = Math.Round(grown[0].PeakMb),
                placeYears = large.PlaceYears,
                placeYearsSeconds = Math.Round(large.Seconds, 1),
            }));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    internal static int WriteData(string folder, int counties, int seed)
    {
        using var host = SchemeHost.Open(Repo.Plugins);
        Directory.CreateDirectory(folder);
        Console.WriteLine(new BatchData(host.Catalog.Resolve(OwnRun.Scheme).OrThrow(), seed).Write(folder, counties));
        return 0;
    }

    private Beside Compare(OwnRun own, DuckRun duck, string table, string folder)
    {
        var (ours, theirs) = (Path.Combine(folder, "ours.csv"), Path.Combine(folder, "duck.csv"));
        var counts = own.Judge(table, ours);
        duck.Judge(table, theirs);
        Agree(duck.Compare(theirs, ours), duck.Judge(table), counts);
        for (var i = 0; i < WarmRounds; i++)
        {
            own.Judge(table, ours);
            duck.Judge(table);
        }

        var rounds = Enumerable.Range(0, _rounds).Select(_ => (
            Own: Taken.By(() => own.Judge(table, ours)),
            Duck: Taken.By(() => duck.Judge(table)),
            Least: Taken.By(() => duck.JudgeLeast(table)),
            Writing: Taken.By(() => duck.Judge(table, theirs)))).ToList();
        foreach (var (mine, bare, least, writing) in rounds)
        {
            Console.Error.WriteLine($"ours {mine}; DuckDB thresholds {bare}; of the fewest columns {least}; written too {writing}");
        }

        return new Beside(
            Median(rounds.Select(r => r.Own.Seconds)),
            Median(rounds.Select(r => r.Duck.Seconds)),
            Median(rounds.Select(r => r.Own.Seconds / r.Duck.Seconds)),
            Median(rounds.Select(r => r.Own.Seconds / r.Least.Seconds)),
            Median(rounds.Select(r => r.Own.Seconds / r.Writing.Seconds)),
            Median(rounds.Select(r => r.Own.Cores / r.Duck.Cores)));
    }

    // Before anything is timed: both say the same of every row that is nothing but a threshold and a number.
    private static void Agree((long Shared, long Different) compared, long rows, BatchCounts counts)
    {
        Console.Error.WriteLine(
            $"{compared.Shared} rows judged by both, {compared.Different} differently; "
                + $"{counts.PlaceYears} place-years, {counts.Errors} errors");
        if (compared.Shared == 0 || compared.Shared != rows || compared.Different > 0)
        {
            throw new InvalidOperationException("The two do not agree; nothing was timed.");
        }
    }

    private static (double Seconds, long PlaceYears, double PeakMb) Grow(string table, string to)
    {
        var grown = BatchProcess.Start(table, to);
        Console.Error.WriteLine($"{grown.PlaceYears} place-years: {grown.Seconds:0.00} s, {grown.PeakMb:0} MB at most");
        File.Delete(to);
        return grown;
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
