using FsCheck;
using FsCheck.Fluent;
using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Assessing;

[Trait("Category", "Slow")]
public sealed class StatusRunTests
{
    [Theory]
    [InlineData(Interpreter.National)]
    [InlineData(Interpreter.Shanxi)]
    [InlineData(Interpreter.County)]
    public void Judge_RandomPlaces_SaysWhatAnAssessmentSays(string scheme)
    {
        var county = Hosts.Shared.Catalog.Resolve(Interpreter.County).OrThrow();
        using var run = Hosts.Shared.OpenRun(scheme).OrThrow();

        Prop.ForAll(RandomFacts.For(county).ToArbitrary(), text => Compare(run, text)).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    [Fact]
    public void Judge_YearWithoutFacts_JudgesAbsentRows()
    {
        using var run = Hosts.Shared.OpenRun(Interpreter.County).OrThrow();
        run.Turn(Jingle.Facts2022, new DiagnosticBag());
        var statuses = new Statuses[run.Scheme.Indicators.Length];

        run.Judge(Jingle.Facts2022.Facts, 1999, statuses);

        Assert.All(statuses, s => Assert.Equal(new Statuses(Contract.Status.Undetermined, Contract.Status.Undetermined), s));
    }

    [Fact]
    public void Turn_PlaceWithoutWhatTheSchemeAsks_TellsSo()
    {
        using var run = Hosts.Shared.OpenRun(Interpreter.County).OrThrow();
        var bag = new DiagnosticBag();

        run.Turn(TinyFacts.Read(
            TinyFacts.With("\"Climate\", \"choice\": \"半湿润地区\"", "\"Climate\", \"choice\": \"海洋\"")).OrThrow(), bag);

        Assert.True(bag.HasErrors);
    }

    private static void Compare(StatusRun run, string text)
    {
        var facts = TinyFacts.Read(text).OrThrow();
        var bag = new DiagnosticBag();
        run.Turn(facts, bag);
        Assert.False(bag.HasErrors);
        var statuses = new Statuses[run.Scheme.Indicators.Length];

        run.Judge(facts.Facts, RandomFacts.Year, statuses);

        var expected = Hosts.Shared.Assess(facts, new AssessOptions { Scheme = run.Scheme.Id, Year = RandomFacts.Year }).OrThrow();
        Assert.Equal(expected.Indicators.Select(v => new Statuses(v.Verdict.Proven, v.Verdict.Claimed)), statuses);
    }
}
