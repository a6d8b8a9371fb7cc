using IndicatorRules.Contract;

namespace IndicatorRules.Judging;

/// <summary>One step of a rule that asks something of a figure, in one language. Immutable.</summary>
/// <param name="Subject">The name of the item or worked-out figure; empty for the row's own figure.</param>
/// <param name="Requirement">The requirement: ≥20%; empty where the step has none.</param>
/// <param name="Value">The reading, with its unit; - where there is none.</param>
/// <param name="Number">The reading as one number; null where it is not one.</param>
/// <param name="Status">The status under the evidence that counted.</param>
/// <param name="Basis">Its basis; null when nothing was decided.</param>
/// <param name="Bound">The number asked for, in <paramref name="Unit"/>; null where none is.</param>
/// <param name="Margin">Signed distance to the bound, positive to spare; null where there is none.</param>
/// <param name="Unit">The unit of the figures.</param>
/// <param name="Lacking">The figure or document that would settle it; empty where figures settle it, or what it is part of.</param>
public sealed record Clause(
    string Subject, string Requirement, string Value, decimal? Number, Status Status, Basis? Basis, decimal? Bound, decimal? Margin,
    string Unit, string Lacking)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Subject} {Requirement}".Trim();
}

/// <summary>The verdict of an upper scheme's rule on a row. Immutable.</summary>
/// <param name="SchemeId">The upper scheme.</param>
/// <param name="Status">The status under the evidence that counted.</param>
public sealed record UpperOutcome(string SchemeId, Status Status);
