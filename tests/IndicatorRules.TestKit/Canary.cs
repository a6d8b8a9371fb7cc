using System.Collections.Concurrent;
using System.Diagnostics;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;

namespace IndicatorRules.TestKit;

/// <summary>Judges Jingle's facts again and again on a thread of its own, and notes late answers and those unlike the first.</summary>
internal sealed class Canary : IDisposable
{
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(5);

    private readonly SchemeHost _host = SchemeHost.Open(Repo.Plugins);
    private readonly FactsFile _facts = FactsReader.ReadFile(Repo.Sample("jingle-2022")).OrThrow();
    private readonly CancellationTokenSource _end = new();
    private readonly Func<Assessment, string> _write;
    private readonly Thread _thread;
    private readonly string _expected;
    private int _songs;
    private int _late;

    /// <param name="write">The text that must stay the same.</param>
    internal Canary(Func<Assessment, string>? write = null)
    {
        _write = write ?? Lines;
        _expected = Sing();
        _thread = new Thread(Run) { IsBackground = true };
        _thread.Start();
    }

    internal ConcurrentBag<string> Wrong { get; } = [];

    internal int Late => Volatile.Read(ref _late);

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
            var watch = Stopwatch.StartNew();
            var song = Sing();
            if (watch.Elapsed > Most)
            {
                Interlocked.Increment(ref _late);
            }

            if (song != _expected)
            {
                Wrong.Add(song);
            }

            Interlocked.Increment(ref _songs);
            // Room for what it watches.
            Thread.Sleep(2);
        }
    }

    private string Sing() => _write(_host.Assess(_facts).OrThrow());

    private static string Lines(Assessment assessment) => string.Join('\n', assessment.Indicators.Select(
        v => $"{v.Indicator.Id} {v.Verdict} {v.Margin} {string.Join(' ', v.Reasons(Language.Zh))}"));
}
