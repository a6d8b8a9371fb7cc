using System.Collections.Concurrent;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Conventions.Support;
using IndicatorRules.Facts;

namespace IndicatorRules.Confinement.Tests.Support;

/// <summary>Judges Jingle County again and again on a thread of its own, and notes every verdict that is not as at first.</summary>
internal sealed class Canary : IDisposable
{
    private readonly SchemeHost _host = SchemeHost.Open(Path.Combine(Repo.Root, "plugins"));
    private readonly FactsFile _facts = FactsReader.ReadFile(Path.Combine(Repo.Root, "samples/jingle-2022/facts.json")).OrThrow();
    private readonly CancellationTokenSource _end = new();
    private readonly Thread _thread;
    private readonly string _expected;
    private int _songs;

    internal Canary()
    {
        _expected = Sing();
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    internal ConcurrentBag<string> Wrong { get; } = [];

    internal int Songs => Volatile.Read(ref _songs);

    public void Dispose()
    {
        _end.Cancel();
        _thread.Join();
        _host.Dispose();
        _end.Dispose();
    }

    private void Run()
    {
        while (!_end.IsCancellationRequested)
        {
            var song = Sing();
            if (song != _expected)
            {
                Wrong.Add(song);
            }

            Interlocked.Increment(ref _songs);
            // Room for what it watches.
            Thread.Sleep(2);
        }
    }

    private string Sing() => string.Join('\n', _host.Assess(_facts).OrThrow().Indicators.Select(Line));

    private static string Line(IndicatorVerdict v) => $"{v.Indicator.Id} {v.Verdict} {v.Margin} {string.Join(' ', v.Reasons(Language.Zh))}";
}
