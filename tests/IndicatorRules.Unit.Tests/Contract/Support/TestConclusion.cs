using IndicatorRules.Contract.Conclusions;

namespace IndicatorRules.Contract.Tests.Support;

/// <summary>A conclusion given as a function, where a scheme's would be generated code. Row i earns 10 × i points.</summary>
internal sealed class TestConclusion(Func<TestConclusion, Conclusion> script)
    : ConclusionContext<TestPlace, TestOutcomes, TestDomains, TestKinds>
{
    internal static Conclusion OfRows(Func<TestConclusion, Conclusion> script, decimal adjusted, params ConcludedRow[] rows)
    {
        var context = new TestConclusion(script);
        context.Bind(new ConclusionInput(2022, [.. rows], ["one", "two"], [], Status.NotApplicable) { Adjusted = adjusted });
        return context.ConcludeSafely().Conclusion!;
    }

    internal static Conclusion OfExempt(Status exempt, Func<TestConclusion, Conclusion> script, params Status[] statuses)
    {
        var context = new TestConclusion(script);
        var rows = statuses.Select((s, i) => new ConcludedRow(
            i, $"{i + 1}", $"row-{i + 1}", $"row {i + 1}", i % 2 == 0 ? "binding" : "reference", true, i / 2, 10 * (i + 1), s));
        context.Bind(new ConclusionInput(2022, [.. rows], ["one", "two"], [], exempt));
        return context.ConcludeSafely().Conclusion!;
    }

    internal static Conclusion Of(Func<TestConclusion, Conclusion> script, params Status[] statuses) =>
        OfExempt(Status.NotApplicable, script, statuses);

    protected override Conclusion Script() => script(this);
}
