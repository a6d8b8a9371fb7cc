using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Facts;

/// <summary>A figure printed beside an indicator, but of another kind than its unit: shown, never judged. Immutable.</summary>
/// <param name="Name">What it is a figure of.</param>
/// <param name="Value">The reading.</param>
/// <param name="Unit">Its own unit.</param>
public sealed record RelatedFigure(string Name, Reading Value, string Unit)
{
    /// <summary>What it is a figure of.</summary>
    public string Name { get; init => field = Given.NotNull(value); } = Given.NotNull(Name);

    /// <summary>The reading.</summary>
    public Reading Value { get; init => field = Given.NotNull(value); } = Given.NotNull(Value);

    /// <summary>Its own unit.</summary>
    public string Unit { get; init => field = Given.NotNull(value); } = Given.NotNull(Unit);

    /// <inheritdoc/>
    public override string ToString() => $"{Name} {UnitName.Behind(Value, Unit)}".TrimEnd();
}
