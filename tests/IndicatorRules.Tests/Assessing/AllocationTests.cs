using IndicatorRules.Assessing;
using IndicatorRules.Batching;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Assessing;

/// <summary>A status without its reasons costs no memory: neither to bind a row to its facts nor to judge it.</summary>
public sealed class AllocationTests
{
    private const int Times = 200;

    [Theory]
    [InlineData(Interpreter.National)]
    [InlineData(Interpreter.Shanxi)]
    [InlineData(Interpreter.County)]
    public void Judge_EveryRowOfJingle_AllocatesNothing(string scheme) =>
        Assert.Equal(0, BytesOf(scheme, Jingle.Facts2022, 2022));

    [Theory]
    [InlineData(Interpreter.National)]
    [InlineData(Interpreter.Shanxi)]
    [InlineData(Interpreter.County)]
    public void Judge_TwoYearsOfJingle_AllocatesNothing(string scheme) =>
        Assert.Equal(0, BytesOf(scheme, FactsFile.FromCode(WithAYearBefore(Jingle.Facts2022.Facts)), 2022));

    [Theory]
    [InlineData(2022)]
    [InlineData(2025)]
    public void Judge_EveryStage_AllocatesNothing(int factsYear)
    {
        using var run = Hosts.Shared.OpenRun(Interpreter.County).OrThrow();
        run.Turn(Jingle.Facts2022, new DiagnosticBag());
        var facts = Jingle.Facts2022.Facts;
        run.Bind(facts, factsYear);

        Assert.Equal(0, BytesOf(() => JudgeStages(run)));
    }

    private static void JudgeStages(StatusRun run)
    {
        for (var i = 0; i < run.Scheme.Indicators.Length; i++)
        {
            for (var stage = 0; stage < run.Scheme.Indicators[i].Stages.Length; stage++)
            {
                _ = run.Judge(i, stage);
            }
        }
    }

    private static long BytesOf(string scheme, FactsFile facts, int year)
    {
        using var run = Hosts.Shared.OpenRun(scheme).OrThrow();
        run.Turn(facts, new DiagnosticBag());
        var statuses = new Statuses[run.Scheme.Indicators.Length];
        return BytesOf(() => run.Judge(facts.Facts, year, statuses));
    }

    // The first times make what is made once: delegates of lambdas, views of the place. What judging allocates it allocates each time; what
    // a collection for another test counts, a piece of memory that was set aside for this thread, only now and then.
    private static long BytesOf(Action judge)
    {
        judge();
        judge();
        return Enumerable.Range(0, 5).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < Times; i++)
            {
                judge();
            }

            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }

    // The same figures a year before, a little worse or better, so that courses are judged by figures too.
    private static PlaceFacts WithAYearBefore(PlaceFacts facts)
    {
        var before = facts.Find(2022)!.Indicators.Select(i => i with
        {
            Own = Moved(i.Own),
            Items = [.. i.Items.Select(item => item with { Fact = Moved(item.Fact) })],
        });
        return new PlaceFacts(facts.Place, [new YearFacts(2021, before), .. facts.Years]);
    }

    private static Fact Moved(Fact fact) => fact.Value is { Kind: ReadingKind.Number, Low: { } number }
        ? fact with { Value = Reading.Number(number - 0.5m) }
        : fact;
}
