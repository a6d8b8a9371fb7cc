using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Benchmarks.Reloading;

/// <summary>Which generation's nation and which generation's county an assessment was made by.</summary>
internal readonly record struct Generation(int Nation, int County)
{
    internal static Generation Of(Assessment assessment)
    {
        var thresholds = Thresholds(Row(assessment).Verdict.Reason!).ToList();
        var nation = thresholds.Where(t => t is < 100 and not 20).DefaultIfEmpty(0).Max();
        var county = thresholds.DefaultIfEmpty(0).Max();
        return new((int)(nation % 20 * 100_000), (int)(county - 100));
    }

    internal static Status StatusOf(Assessment assessment) => Row(assessment).Status;

    private static IndicatorVerdict Row(Assessment assessment) =>
        assessment.Indicators.Single(v => v.Indicator.WholeNumber == ChangingPlugins.Row);

    private static IEnumerable<decimal> Thresholds(Reason reason) =>
        reason.Parts.SelectMany(Thresholds)
            .Concat(reason is BoundReason bound ? [bound.Bound] : reason is RangeReason range ? [range.Low] : []);
}
