using System.ComponentModel;
using IndicatorRules.Contract.Checks;
using IndicatorRules.Contract.Conclusions;

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

    /// <summary>Adds how the whole is concluded.</summary>
    public RuleTable With(ConclusionContext conclusion)
    {
        ArgumentNullException.ThrowIfNull(conclusion);
        conclusion.PlaceBase = Place ?? conclusion.PlaceBase;
        Conclusion = conclusion;
        return this;
    }

    /// <summary>Adds the checks on the facts.</summary>
    public RuleTable With(CheckContext checks)
    {
        ArgumentNullException.ThrowIfNull(checks);
        checks.PlaceBase = Place ?? checks.PlaceBase;
        Checks = checks;
        return this;
    }

    internal ConclusionContext? Conclusion { get; private set; }

    internal CheckContext? Checks { get; private set; }

    internal ReadOnlySpan<RuleContext> Rules => _rules;

    /// <summary>Lets go of the verdicts and facts last looked at.</summary>
    internal void Forget()
    {
        Conclusion?.Bind(new ConclusionInput(0, [], [], [], Status.NotApplicable));
        Checks?.Forget();
    }

    internal PlaceContext? Place => _rules.Length == 0 ? null : _rules[0].PlaceBase;
}
