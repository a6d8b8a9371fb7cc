namespace IndicatorRules.Facts;

/// <summary>Another value for one figure, to see what would become of the verdicts. Immutable.</summary>
/// <param name="Asked">The indicator by number, name or id; an item behind a slash: <c>29</c>, <c>24/秸秆综合利用率</c>.</param>
/// <param name="Value">The value as in a cell: <c>48.5</c>, <c>≥95</c>, <c>已建立</c>.</param>
public sealed record FactChange(string Asked, string Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Asked}={Value}";
}
