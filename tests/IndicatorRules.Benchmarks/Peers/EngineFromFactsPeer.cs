using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Benchmarks.Peers;

/// <summary>The engine from a place's facts to its statuses, look-ups included, as a batch runs it.</summary>
internal sealed class EngineFromFactsPeer(SchemeHost host, string scheme, FactsFile[] places, int year) : IPeer, IDisposable
{
    private readonly StatusRun _run = host.OpenRun(scheme).OrThrow();
    private readonly Statuses[] _statuses = new Statuses[RuleTexts.Ids.Count];
    private int _turned = -1;

    public string Name => "IndicatorRules, from facts";

    public void Judge(int index, Span<Answer> answers)
    {
        if (index != _turned)
        {
            _run.Turn(places[index], new DiagnosticBag());
            _turned = index;
        }

        _run.Judge(places[index].Facts, year, _statuses);
        for (var i = 0; i < _statuses.Length; i++)
        {
            answers[i] = new Answer(_statuses[i].Proven, _statuses[i].Claimed);
        }
    }

    public void Dispose() => _run.Dispose();
}
