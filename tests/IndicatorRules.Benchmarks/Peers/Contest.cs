using System.Diagnostics;

namespace IndicatorRules.Benchmarks.Peers;

/// <summary>Times peers side by side: in every round each has its turn, so that what disturbs the machine disturbs all.</summary>
internal sealed class Contest(IReadOnlyList<IPeer> peers, int rounds)
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(1);

    private const int Patience = 30;

    private readonly Answer[] _answers = new Answer[RuleTexts.Ids.Count];

    /// <summary>Nanoseconds for the whole scheme once: by peer, by round.</summary>
    internal double[][] Run()
    {
        var often = peers.Select(Warm).ToArray();
        var times = peers.Select(_ => new double[rounds]).ToArray();
        for (var round = 0; round < rounds; round++)
        {
            for (var i = 0; i < peers.Count; i++)
            {
                times[i][round] = Time(peers[i], often[i]) / often[i];
            }
        }

        return times;
    }

    // Until it gets no faster: the last tier of the JIT compiles in the background, and late where the machine is busy.
    private int Warm(IPeer peer)
    {
        var (best, since) = (double.MaxValue, 0);
        while (since < Patience)
        {
            var once = Enumerable.Range(0, 20).Min(_ => Time(peer, 50)) / 50;
            since = once < best * 0.97 ? 0 : since + 1;
            best = Math.Min(best, once);
            Thread.Sleep(50);
        }

        return Math.Max(3, (int)(Turn.TotalNanoseconds / best));
    }

    private double Time(IPeer peer, int often)
    {
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < often; i++)
        {
            peer.Judge(0, _answers);
        }

        return Stopwatch.GetElapsedTime(start).TotalNanoseconds;
    }
}
