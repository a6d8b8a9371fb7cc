using System.ComponentModel;

namespace IndicatorRules.Contract.Rules;

/// <summary>For generated code: the rules of one scheme, one per indicator in the scheme's order.</summary>
/// <remarks>Holds what it is bound to, so each worker has its own.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RuleTable
{
    private readonly RuleContext[] _rules;

    /// <summary>A table over freshly made rules.</summary>
    public RuleTable(RuleContext[] rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        _rules = rules;
        foreach (var rule in rules)
        {
            rule.PlaceBase = rules[0].PlaceBase;
        }
    }

    internal ReadOnlySpan<RuleContext> Rules => _rules;

    internal PlaceContext? Place => _rules.Length == 0 ? null : _rules[0].PlaceBase;
}
