namespace IndicatorRules.Testing;

/// <summary>One finding that a case expects of the scheme's checks. Immutable.</summary>
/// <param name="CheckId">The check.</param>
/// <param name="IndicatorId">The row it is about; null where it is about background figures.</param>
public sealed record ContradictionExpectation(string CheckId, string? IndicatorId)
{
    /// <inheritdoc/>
    public override string ToString() => IndicatorId is null ? CheckId : $"{CheckId} {IndicatorId}";
}
