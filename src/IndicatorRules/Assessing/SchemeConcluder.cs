using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Conclusions;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Assessing;

/// <summary>Runs a scheme's conclusion script on the statuses.</summary>
internal static class SchemeConcluder
{
    /// <summary>The result of the script; null when the scheme has none.</summary>
    /// <param name="script">The script; null when the scheme has none.</param>
    /// <param name="scheme">The scheme.</param>
    /// <param name="statuses">One per indicator, in the scheme's order.</param>
    /// <param name="year">The year judged.</param>
    internal static ConclusionResult? Conclude(ConclusionContext? script, Scheme scheme, IReadOnlyList<Status> statuses, int year)
    {
        if (script is null || scheme.Conclusion is not { } plan)
        {
            return null;
        }

        var domainOf = scheme.Domains.SelectMany((d, i) => d.TaskGroups.Select(t => (t.Id, Domain: i)))
            .ToDictionary(t => t.Id, t => t.Domain);
        script.Bind(new ConclusionInput(
            year,
            [.. scheme.Indicators.Select((indicator, i) => Row(indicator, statuses[i], plan, domainOf))],
            [.. scheme.Domains.Select(d => d.Name)],
            plan.Exempt));
        var (conclusion, fault) = script.ConcludeSafely();
        return new ConclusionResult(fault) { Conclusion = conclusion };
    }

    private static ConcludedRow Row(Indicator indicator, Status status, ConclusionPlan plan, Dictionary<string, int> domainOf) => new(
        indicator.Number,
        indicator.Id,
        indicator.Name,
        indicator.Force == RowKind.Binding,
        domainOf[indicator.TaskGroup],
        plan.PointsOf(indicator.Id),
        status);
}
