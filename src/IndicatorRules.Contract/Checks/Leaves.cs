using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Checks;

/// <summary>The clauses that a verdict comes down to, without the branch that was not taken.</summary>
internal static class Leaves
{
    internal static IEnumerable<Reason> Of(Reason? reason) => reason switch
    {
        null => [],
        { Clause: Clause.Branch, Parts: [var condition, var then, var otherwise] } => condition.Proven switch
        {
            Status.Met => Of(then),
            Status.NotMet => Of(otherwise),
            Status.NotApplicable => [],
            _ => Of(then).Concat(Of(otherwise)),
        },
        { Parts.IsEmpty: true } => [reason],
        _ => reason.Parts.SelectMany(Of),
    };
}
