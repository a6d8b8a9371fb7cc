using IndicatorRules.Contract;

namespace IndicatorRules.Assessing;

/// <summary>How many verdicts of each kind. Immutable.</summary>
/// <param name="Met">达标.</param>
/// <param name="NotMet">未达标.</param>
/// <param name="NotApplicable">不适用.</param>
/// <param name="Undetermined">无法判定.</param>
/// <param name="Declared">How many of all rest on a claim.</param>
public readonly record struct Counts(int Met, int NotMet, int NotApplicable, int Undetermined, int Declared)
{
    /// <summary>How many in all.</summary>
    public int Total => Met + NotMet + NotApplicable + Undetermined;

    internal static Counts Of(IEnumerable<IndicatorVerdict> verdicts)
    {
        var all = verdicts.ToList();
        return new Counts(
            all.Count(v => v.Status == Status.Met),
            all.Count(v => v.Status == Status.NotMet),
            all.Count(v => v.Status == Status.NotApplicable),
            all.Count(v => v.Status == Status.Undetermined),
            all.Count(v => v.Basis == Basis.Declared));
    }
}
