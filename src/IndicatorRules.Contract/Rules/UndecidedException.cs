using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Contract.Rules;

/// <summary>Ends a rule that branched on a figure which does not decide; its verdict is Undetermined.</summary>
internal sealed class UndecidedException : Exception
{
    internal UndecidedException(Reason? comparison)
        : base("The rule branched on a figure that does not decide the branch.") => Comparison = comparison;

    internal Reason? Comparison { get; }
}
