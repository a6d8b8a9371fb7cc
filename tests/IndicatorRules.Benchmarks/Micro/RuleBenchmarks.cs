using BenchmarkDotNet.Attributes;
using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Benchmarks.Peers;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Benchmarks.Micro;

/// <summary>Jingle's county scheme on Jingle's facts of 2022, once: 38 rows, 110 rules.</summary>
[MemoryDiagnoser]
public class RuleBenchmarks
{
    private const string Scheme = "jingle-county";
    private const int Year = 2022;

    private readonly Answer[] _answers = new Answer[RuleTexts.Ids.Count];
    private readonly Statuses[] _statuses = new Statuses[RuleTexts.Ids.Count];
    private SchemeHost? _host;
    private FactsFile? _facts;
    private PlainPlace? _plain;
    private StatusRun? _run;
    private StatusRun? _bound;
    private StatusRun? _reasons;

    [GlobalSetup]
    public void Open()
    {
        _host = SchemeHost.Open(Repo.Plugins);
        _facts = FactsReader.ReadFile(Repo.In("samples", "jingle-2022", "facts.json")).OrThrow();
        _plain = new PlainReader(_host.Catalog.Resolve(Scheme).OrThrow(), _facts.Facts, Year).Read();
        (_run, _bound, _reasons) = (Turned(), Turned(), Turned());
        _bound.Bind(_facts.Facts, Year);
        _reasons.Bind(_facts.Facts, Year, withReasons: true);
    }

    [GlobalCleanup]
    public void Close()
    {
        _run!.Dispose();
        _bound!.Dispose();
        _reasons!.Dispose();
        _host!.Dispose();
    }

    [Benchmark(Baseline = true)]
    public void HandWritten() => Peers.HandWritten.Judge(_plain!, _answers);

    [Benchmark]
    public void Statuses() => _bound!.Judge(_statuses);

    [Benchmark]
    public void Binding() => _run!.Bind(_facts!.Facts, Year);

    [Benchmark]
    public void BindingAndStatuses() => _run!.Judge(_facts!.Facts, Year, _statuses);

    [Benchmark]
    public Status WithReasons()
    {
        var worst = Status.NotApplicable;
        for (var i = 0; i < _statuses.Length; i++)
        {
            var verdict = _reasons!.Judge(i);
            worst = verdict.Claimed > worst ? verdict.Claimed : worst;
        }

        return worst;
    }

    private StatusRun Turned()
    {
        var run = _host!.OpenRun(Scheme).OrThrow();
        run.Turn(_facts!, new DiagnosticBag());
        return run;
    }
}
