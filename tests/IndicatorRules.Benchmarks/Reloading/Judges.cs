using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;

namespace IndicatorRules.Benchmarks.Reloading;

/// <summary>Threads that judge one county without pause, and hold every verdict to the generations that may have been in force.</summary>
internal sealed class Judges : IDisposable
{
    private readonly SchemeHost _host;
    private readonly FactsFile _facts;
    private readonly Thread[] _threads;
    private volatile bool _ended;
    private volatile int _inForce;
    private volatile int _written;
    private long _assessments;
    private long _wrong;
    private long _torn;

    internal Judges(SchemeHost host, FactsFile facts, int threads)
    {
        _host = host;
        _facts = facts;
        _inForce = _written = 1;
        _threads = [.. Enumerable.Range(0, threads).Select(_ => new Thread(Run))];
        Array.ForEach(_threads, t => t.Start());
    }

    internal long Assessments => Interlocked.Read(ref _assessments);

    internal long Wrong => Interlocked.Read(ref _wrong);

    internal long Torn => Interlocked.Read(ref _torn);

    /// <summary>From now on a verdict by this generation is right too.</summary>
    internal void Written(int generation) => _written = generation;

    /// <summary>From now on a verdict by an earlier generation is wrong.</summary>
    internal void InForce(int generation) => _inForce = generation;

    public void Dispose()
    {
        _ended = true;
        Array.ForEach(_threads, t => t.Join());
    }

    private void Run()
    {
        var options = new AssessOptions { Scheme = "jingle-county" };
        while (!_ended)
        {
            var earliest = _inForce;
            var result = _host.Assess(_facts, options);
            var latest = _written;
            Interlocked.Increment(ref _assessments);
            if (result.Value is not { } assessment)
            {
                Interlocked.Increment(ref _wrong);
                continue;
            }

            var (nation, county) = Generation.Of(assessment);
            if (nation != county)
            {
                Interlocked.Increment(ref _torn);
            }
            else if (nation < earliest || nation > latest
                || Generation.StatusOf(assessment) != (nation % 2 == 1 ? Status.Met : Status.NotMet))
            {
                Interlocked.Increment(ref _wrong);
            }
        }
    }
}
