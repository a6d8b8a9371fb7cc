using System.Globalization;
using System.Text.Json;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using Microsoft.CodeAnalysis;

namespace IndicatorRules.Benchmarks.Peers;

/// <summary>The verb <c>peers</c>: Jingle's county scheme by this engine, by hand, and by other engines, in one process.</summary>
internal sealed class PeersRun(int rounds, int variations, int seed)
{
    private const string Scheme = "jingle-county";
    private const int Year = 2022;

    internal int Run()
    {
        using var host = SchemeHost.Open(Repo.Plugins);
        var scheme = host.Catalog.Resolve(Scheme).OrThrow();
        if (!scheme.Indicators.Select(i => i.Id).SequenceEqual(RuleTexts.Ids))
        {
            throw new InvalidOperationException("The peers' rows are not the scheme's.");
        }

        var random = new FactsVariations(scheme, seed);
        FactsFile[] places =
        [
            FactsReader.ReadFile(Repo.In("samples", "jingle-2022", "facts.json")).OrThrow(),
            .. Enumerable.Range(0, variations).Select(_ => FactsFile.FromCode(random.Next(Year))),
        ];
        PlainPlace[] plain = [.. places.Select(p => new PlainReader(scheme, p.Facts, Year).Read())];

        using var bound = new EnginePeer(host, Scheme, places, Year);
        using var fromFacts = new EngineFromFactsPeer(host, Scheme, places, Year);
        using var withReasons = new EngineWithReasonsPeer(host, Scheme, places, Year);
        IPeer[] peers =
        [
            new HandWrittenPeer(plain), bound, fromFacts, withReasons, new DynamicLinqPeer(plain),
            new ScriptPerRulePeer(plain, OptimizationLevel.Debug), new ScriptPerRulePeer(plain, OptimizationLevel.Release),
            new RulesEnginePeer(plain, oneCall: false), new RulesEnginePeer(plain, oneCall: true),
        ];
        var seen = Agreement.Check(peers, places.Length);
        Console.Error.WriteLine(
            $"{peers.Length} peers agree on {places.Length} places × {RuleTexts.Ids.Count} rows; {seen} kinds of answer.");

        var times = new Contest(peers, rounds).Run();
        for (var i = 0; i < peers.Length; i++)
        {
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{peers[i].Name,-30} {Median(times[i]),12:N0} ns median {times[i].Min(),12:N0} ns least "
                + $"{Ratio(times[i], times[0]),10:N2} × hand-written"));
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            vsHandWritten = Math.Round(Ratio(times[1], times[0]), 2),
            vsHandWrittenFromFacts = Math.Round(Ratio(times[2], times[0]), 2),
            vsHandWrittenWithReasons = Math.Round(Ratio(times[3], times[0]), 2),
            timesFasterThanRulesEngine = Math.Round(Ratio(times[7], times[1]), 1),
            timesFasterThanRulesEngineInOneCall = Math.Round(Ratio(times[8], times[1]), 1),
            timesFasterThanScriptPerRule = Math.Round(Ratio(times[5], times[1]), 1),
            timesFasterThanOptimisedScriptPerRule = Math.Round(Ratio(times[6], times[1]), 1),
            timesFasterThanDynamicLinq = Math.Round(Ratio(times[4], times[1]), 2),
            rows = RuleTexts.Ids.Count,
            rules = RuleTexts.County.Count + RuleTexts.National.Count + RuleTexts.Shanxi.Count,
            places = places.Length,
            nanosecondsHandWritten = Math.Round(Median(times[0])),
            nanoseconds = Math.Round(Median(times[1])),
        }));
        return 0;
    }

    private static double Ratio(double[] one, double[] other) => Median([.. one.Zip(other, (a, b) => a / b)]);

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
