using IndicatorRules.Contract.Quantities;

namespace IndicatorRules.Contract.Conclusions;

/// <summary>One step of a conclusion. Immutable.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Grade">The grade it concerns; the lowest for a veto.</param>
/// <param name="When">Whether it does.</param>
/// <param name="Because">The script's own words; empty when it gives none.</param>
/// <param name="Line">The line in the script's file, 1-based.</param>
internal sealed record ConclusionStep(ConclusionStepKind Kind, GradeId Grade, Answer When, string Because, int Line);
