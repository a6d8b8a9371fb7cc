using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Facts;

/// <summary>One part of a whole. Immutable.</summary>
/// <param name="Part">The part's id.</param>
/// <param name="Percent">Its share in percent, 0 to 100.</param>
public sealed record Share(string Part, decimal Percent)
{
    /// <summary>The part's id.</summary>
    public string Part { get; init => field = Given.NotNull(value); } = Given.NotNull(Part);

    /// <inheritdoc/>
    public override string ToString() => $"{Part} {Reading.Plain(Percent)}%";
}
