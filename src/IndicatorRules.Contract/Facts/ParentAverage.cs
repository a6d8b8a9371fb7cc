using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Facts;

/// <summary>What the parent place has on average (全市平均, 全省平均) of the same figure in the same year. Immutable.</summary>
/// <param name="Value">The average, in the figure's own unit.</param>
/// <param name="Place">The parent place: 忻州市; empty when the facts do not name it.</param>
public sealed record ParentAverage(Reading Value, string Place = "")
{
    /// <summary>The average, in the figure's own unit.</summary>
    public Reading Value { get; init => field = Given.NotNull(value); } = Given.NotNull(Value);

    /// <summary>The parent place; empty when the facts do not name it.</summary>
    public string Place { get; init => field = Given.NotNull(value); } = Given.NotNull(Place);

    /// <summary>The unit it was handed in with; null when none was said.</summary>
    public string? Unit { get; init; }

    /// <summary>Where it comes from; null when not said.</summary>
    public Source? Source { get; init; }
}
