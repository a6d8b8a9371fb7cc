using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Benchmarks.Peers;

/// <summary>The engine with full reasons: every verdict with the whole tree of its findings, on facts already bound.</summary>
internal sealed class EngineWithReasonsPeer(SchemeHost host, string scheme, FactsFile[] places, int year) : IPeer, IDisposable
{
    private readonly StatusRun _run = host.OpenRun(scheme).OrThrow();
    private readonly Verdict[] _verdicts = new Verdict[RuleTexts.Ids.Count];
    private int _bound = -1;

    public string Name => "IndicatorRules, with reasons";

    public void Judge(int index, Span<Answer> answers)
    {
        if (index != _bound)
        {
            _run.Turn(places[index], new DiagnosticBag());
            _run.Bind(places[index].Facts, year, withReasons: true);
            _bound = index;
        }

        for (var i = 0; i < _verdicts.Length; i++)
        {
            _verdicts[i] = _run.Judge(i);
        }

        for (var i = 0; i < _verdicts.Length; i++)
        {
            answers[i] = new Answer(_verdicts[i].Proven, _verdicts[i].Claimed);
        }
    }

    public void Dispose() => _run.Dispose();
}
