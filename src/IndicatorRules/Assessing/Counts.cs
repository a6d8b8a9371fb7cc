using IndicatorRules.Contract;

namespace IndicatorRules.Assessing;

/// <summary>The number of verdicts of each status. Immutable.</summary>
/// <param name="Met">达标.</param>
/// <param name="NotMet">未达标.</param>
/// <param name="NotApplicable">不适用.</param>
/// <param name="Undetermined">无法判定.</param>
/// <param name="Declared">The number of verdicts that rest on a claim.</param>
public readonly record struct Counts(int Met, int NotMet, int NotApplicable, int Undetermined, int Declared)
{
    /// <summary>The number of all verdicts.</summary>
    public int Total => Met + NotMet + NotApplicable + Undetermined;

    /// <summary>The number of met ones that rest on a claim.</summary>
    public int DeclaredMet { get; init; }

    /// <summary>The number of unmet ones that rest on a claim.</summary>
    public int DeclaredNotMet => Declared - DeclaredMet;

    internal static Counts Of(IEnumerable<IndicatorVerdict> verdicts) => Of(verdicts.ToList(), v => v.Status, v => v.Basis);

    internal static Counts Of(IEnumerable<StageVerdict> verdicts) => Of(verdicts.ToList(), v => v.Status, v => v.Basis);

    private static Counts Of<T>(List<T> all, Func<T, Status> status, Func<T, Basis?> basis)
        where T : class => new(
            all.Count(v => status(v) == Status.Met),
            all.Count(v => status(v) == Status.NotMet),
            all.Count(v => status(v) == Status.NotApplicable),
            all.Count(v => status(v) == Status.Undetermined),
            all.Count(v => basis(v) == Basis.Declared))
        {
            DeclaredMet = all.Count(v => status(v) == Status.Met && basis(v) == Basis.Declared),
        };
}
