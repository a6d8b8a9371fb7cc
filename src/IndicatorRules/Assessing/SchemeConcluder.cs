using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Conclusions;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting;

namespace IndicatorRules.Assessing;

/// <summary>Runs a scheme's conclusion script on the verdicts.</summary>
internal static class SchemeConcluder
{
    /// <summary>The result of the script; null when the scheme has none.</summary>
    /// <param name="rules">The scheme's rules, bound to the job's place.</param>
    /// <param name="job">The place and year.</param>
    /// <param name="verdicts">One per indicator, in the scheme's order.</param>
    internal static ConclusionResult? Conclude(SchemeRules rules, JudgingJob job, ImmutableArray<RowVerdicts> verdicts)
    {
        var scheme = job.Compiled.Scheme;
        if (rules.Conclusion is not { } script || scheme.Conclusion is not { } plan)
        {
            return null;
        }

        var domainOf = scheme.Domains.SelectMany((d, i) => d.TaskGroups.Select(t => (t.Id, Domain: i)))
            .ToDictionary(t => t.Id, t => t.Domain);
        ImmutableArray<ConcludedRow> rows =
        [
            .. scheme.Indicators.Select((indicator, i) => new ConcludedRow(
                i, indicator.Number, indicator.Id, indicator.Name, indicator.CountsAsRow ? indicator.Kind.Id : "", indicator.IsCounted,
                domainOf[indicator.TaskGroup],
                plan.PointsOf(indicator.Id), (job.Faulty.Contains(i) ? default : verdicts[i].Rule).StatusUnder(job.Evidence))
            {
                Scale = plan.Scales.GetValueOrDefault(indicator.Id),
                Unit = indicator.MeasuredIn ?? indicator.Unit,
                EarnsExempt = plan.ExemptEarns,
                Measure = job.Faulty.Contains(i) ? null : () => Measure(rules, job, i, verdicts[i].Rule),
            }),
        ];
        ImmutableArray<NamedKind> kinds = [.. scheme.Kinds.Select(k => new NamedKind(k.Id, k.Name))];
        script.Bind(new ConclusionInput(job.Year, rows, [.. scheme.Domains.Select(d => d.Name)], kinds, plan.Exempt)
        {
            Adjusted = PointAdjustment.Sum(GivenIn(job, plan)) ?? 0,
        });
        var (conclusion, fault) = script.ConcludeSafely();
        return new ConclusionResult(fault, [.. rows.Where(r => plan.Points.ContainsKey(r.Id)).Select(r => Points(r, plan))])
        {
            Conclusion = conclusion,
        };
    }

    /// <summary>The adjustments of the year judged that the scheme allows, in the order of the facts.</summary>
    internal static IEnumerable<Contract.Facts.Adjustment> GivenIn(JudgingJob job, ConclusionPlan plan) =>
        job.Facts.Find(job.Year)?.Adjustments.Where(a => plan.Adjustments.Any(allowed => allowed.Id == a.Id)) ?? [];

    // Only reasons know by how much; where none were asked for, the row is judged once more.
    private static (Interval Value, Interval Spare) Measure(SchemeRules rules, JudgingJob job, int index, Verdict verdict)
    {
        var indicator = job.Compiled.Scheme.Indicators[index];
        var facts = job.Evidence == Evidence.Measured ? job.Facts.Measured : job.Facts;
        var own = facts.RowOf(job.Year, indicator.Id)?.Own.Value;
        var reason = verdict.Reason ?? RowJudge.Explain(rules, job, index);
        return (
            own is null ? default : indicator.ToInfo(null).Own.NumbersOf(own),
            RowSpare.Of(reason, indicator.MeasuredIn ?? indicator.Unit));
    }

    private static RowPoints Points(ConcludedRow row, ConclusionPlan plan)
    {
        var earned = row.Earned;
        var possible = row.Status == Status.NotApplicable && !plan.ExemptEarns ? 0 : row.Points;
        return new RowPoints(row.Id, earned.Low, earned.High, possible, earned.IsPoint ? LocalizedText.Empty : Why(row));
    }

    private static LocalizedText Why(ConcludedRow row) => row switch
    {
        { Scale: LinearScale, Value.IsEmpty: true } => new("没有可用来计分的数值", "no figure to earn points by"),
        { Scale: LinearScale } => new("现状值不是一个确定的数", "the figure is not one number"),
        { Scale: DeductScale, Status: Status.NotMet, Shortfall.HasHigh: true } =>
            new("未达标，差多少只知道一个范围", "not met, and known only as a range by how much"),
        { Scale: DeductScale, Status: Status.NotMet } => new("未达标，但不知差多少", "not met, and not known by how much"),
        _ => new("本项无法判定", "the row is undetermined"),
    };
}
