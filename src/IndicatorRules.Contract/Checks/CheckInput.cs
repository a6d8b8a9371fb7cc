using System.Collections.Immutable;
using IndicatorRules.Contract.Facts;

namespace IndicatorRules.Contract.Checks;

/// <summary>What checks are bound to before they run.</summary>
/// <param name="Facts">The place's facts.</param>
/// <param name="Year">The year checked.</param>
/// <param name="Rows">The rows, in the scheme's order.</param>
/// <param name="Background">The background figures that the scheme declares, in its order.</param>
internal sealed record CheckInput(
    PlaceFacts Facts, int Year, ImmutableArray<CheckedRow> Rows, ImmutableArray<BackgroundInfo> Background);
