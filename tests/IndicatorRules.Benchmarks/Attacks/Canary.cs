using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Conventions.Support;
using IndicatorRules.Facts;
using IndicatorRules.Reporting;

namespace IndicatorRules.Benchmarks.Attacks;

/// <summary>Judges Jingle's real figures over and over on a thread of its own, and counts what is wrong or late.</summary>
internal sealed class Canary : IDisposable
{
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(5);

    private readonly SchemeHost _host = SchemeHost.Open(Path.Combine(Repo.Root, "plugins"));
    private readonly CancellationTokenSource _stop = new();
    private readonly FactsFile _facts;
    private readonly string _expected;
    private readonly Thread _thread;
    private int _failures;

    internal Canary(FactsFile facts)
    {
        _facts = facts;
        _expected = Judge();
        _thread = new Thread(Sing) { IsBackground = true };
        _thread.Start();
    }

    internal int Failures => Volatile.Read(ref _failures);

    public void Dispose()
    {
        _stop.Cancel();
        _thread.Join();
        _host.Dispose();
        _stop.Dispose();
    }

    private void Sing()
    {
        while (!_stop.IsCancellationRequested)
        {
            var watch = System.Diagnostics.Stopwatch.StartNew();
            var right = Judge() == _expected;
            if (!right || watch.Elapsed > Late)
            {
                Interlocked.Increment(ref _failures);
            }

            Thread.Sleep(2);
        }
    }

    private string Judge()
    {
        using var text = new StringWriter();
        ReportWriters.For(ReportFormat.Json).Write([_host.Assess(_facts).OrThrow()], Language.Zh, text);
        return text.ToString();
    }
}
