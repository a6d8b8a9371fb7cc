using IndicatorRules.Contract.Findings;

namespace IndicatorRules.Contract.Rules;

/// <summary>Ends a rule that branched on a figure which does not decide; its verdict is Undetermined.</summary>
public sealed class UndecidedException : Exception
{
    internal UndecidedException(Finding? comparison)
        : base("The rule branched on a figure that does not decide the branch.") => Comparison = comparison;

    internal Finding? Comparison { get; }
}
