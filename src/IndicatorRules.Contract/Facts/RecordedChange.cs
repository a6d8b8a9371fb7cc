using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Facts;

/// <summary>A change that the source prints in place of the two figures it comes from. Immutable.</summary>
/// <param name="Percent">Relative change in percent, negative for a fall: −26.15.</param>
/// <param name="Since">The year compared with.</param>
public sealed record RecordedChange(decimal Percent, int Since)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Reading.Plain(Percent)}% since {Since}";
}
