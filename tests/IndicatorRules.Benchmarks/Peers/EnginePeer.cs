using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Benchmarks.Peers;

/// <summary>The engine on facts that its rules are already bound to: what a status costs.</summary>
internal sealed class EnginePeer(SchemeHost host, string scheme, FactsFile[] places, int year) : IPeer, IDisposable
{
    private readonly StatusRun _run = host.OpenRun(scheme).OrThrow();
    private readonly Statuses[] _statuses = new Statuses[RuleTexts.Ids.Count];
    private int _bound = -1;

    internal StatusRun Run => _run;

    public string Name => "IndicatorRules, bound";

    public void Judge(int index, Span<Answer> answers)
    {
        if (index != _bound)
        {
            _run.Turn(places[index], new DiagnosticBag());
            _run.Bind(places[index].Facts, year);
            _bound = index;
        }

        _run.Judge(_statuses);
        for (var i = 0; i < _statuses.Length; i++)
        {
            answers[i] = new Answer(_statuses[i].Proven, _statuses[i].Claimed);
        }
    }

    public void Dispose() => _run.Dispose();
}
