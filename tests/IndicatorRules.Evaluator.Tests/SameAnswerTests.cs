using System.Text;
using FsCheck;
using FsCheck.Fluent;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Evaluator.Tests.Support;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Evaluator.Tests;

/// <summary>A host that has rules judged in another process hands out the same bytes as one that judges them itself.</summary>
public sealed class SameAnswerTests : IDisposable
{
    private readonly EvaluationWorker _worker = new();
    private readonly SchemeHost _apart;
    private readonly SchemeHost _within = Judged.Host(null);

    public SameAnswerTests() => _apart = Judged.Host(_worker);

    [Theory]
    [InlineData("jingle-2022", "jingle-county")]
    [InlineData("jingle-2022", "national-revised")]
    [InlineData("jingle-2022", "shanxi-trial")]
    [InlineData("jingle-2025-whatif", "jingle-county")]
    public void Assess_Sample_GivesTheSameBytes(string sample, string scheme)
    {
        var facts = Judged.Sample(sample);
        foreach (var year in facts.Facts.Years.Select(y => (int?)y.Year))
        {
            var options = new AssessOptions { Scheme = scheme, Year = year };
            Assert.Equal(Judged.Bytes(_within, facts, options), Judged.Bytes(_apart, facts, options));
        }

        Assert.NotNull(_worker.ProcessId);
    }

    [Fact]
    public void Assess_MeasuredAlone_GivesTheSameBytes()
    {
        var options = new AssessOptions { Evidence = Evidence.Measured };
        Assert.Equal(Judged.Bytes(_within, Judged.Sample("jingle-2022"), options), Judged.Bytes(_apart, Judged.Sample("jingle-2022"), options));
    }

    [Fact]
    public void Assess_WithoutReasons_GivesTheSameStatusesAndNoFindings()
    {
        var options = new AssessOptions { WithReasons = false };
        var (within, apart) = (_within.Assess(Judged.Sample("jingle-2022"), options).OrThrow(), _apart.Assess(Judged.Sample("jingle-2022"), options).OrThrow());
        Assert.Equal(within.Indicators.Select(i => i.Verdict), apart.Indicators.Select(i => i.Verdict));
        Assert.All(apart.Indicators, i => Assert.Null(i.Verdict.Reason));
    }

    [Fact]
    public void Assess_RandomFacts_GiveTheSameBytes()
    {
        var scheme = _within.Catalog.Resolve("jingle-county").OrThrow();
        Prop.ForAll(RandomFacts.For(scheme).ToArbitrary(), text =>
        {
            var facts = FactsReader.Read(StrictJson.Read(Encoding.UTF8.GetBytes(text), "random.json").OrThrow()).OrThrow();
            Assert.Equal(Judged.Bytes(_within, facts), Judged.Bytes(_apart, facts));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));
    }

    public void Dispose()
    {
        _apart.Dispose();
        _within.Dispose();
        _worker.Dispose();
    }
}
