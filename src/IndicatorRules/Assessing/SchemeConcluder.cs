using System.Collections.Immutable;
using IndicatorRules.Contract.Conclusions;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Assessing;

/// <summary>Verdicts and a scheme's script → conclusion.</summary>
internal static class SchemeConcluder
{
    /// <summary>The conclusion; null where the scheme does not say how to conclude.</summary>
    internal static SchemeConclusion? Conclude(ConclusionContext? script, Scheme scheme, ImmutableArray<IndicatorVerdict> verdicts, int year)
    {
        if (script is null || scheme.Conclusion is not { } plan)
        {
            return null;
        }

        var domainOf = scheme.Domains.SelectMany((d, i) => d.TaskGroups.Select(t => (t.Id, Domain: i))).ToDictionary(t => t.Id, t => t.Domain);
        script.Bind(new ConclusionInput(
            year,
            [.. verdicts.Select(v => Row(v, plan, domainOf))],
            [.. scheme.Domains.Select(d => d.Name)],
            plan.Exempt));
        var (conclusion, fault) = script.ConcludeSafely();
        return new SchemeConclusion { Conclusion = conclusion, Plan = plan, Fault = fault };
    }

    private static ConcludedRow Row(IndicatorVerdict v, ConclusionPlan plan, Dictionary<string, int> domainOf) => new(
        v.Indicator.Number,
        v.Indicator.Id,
        v.Indicator.Name,
        v.Indicator.Force == RowKind.Binding,
        domainOf[v.Indicator.TaskGroup],
        plan.PointsOf(v.Indicator.Id),
        v.Status);
}
