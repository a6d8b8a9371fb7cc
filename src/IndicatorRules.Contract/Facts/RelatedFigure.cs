using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Facts;

/// <summary>A figure printed beside an indicator, but of another kind than its unit: shown, never judged. Immutable.</summary>
/// <param name="Name">What it is a figure of.</param>
/// <param name="Value">The reading.</param>
/// <param name="Unit">Its own unit.</param>
public sealed record RelatedFigure(string Name, Reading Value, string Unit)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} {Value.Text} {Unit}".TrimEnd();
}
