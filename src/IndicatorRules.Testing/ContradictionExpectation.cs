namespace IndicatorRules.Testing;

/// <summary>A contradiction that a case expects of the scheme's checks. Immutable.</summary>
/// <param name="CheckId">The check that reports it.</param>
/// <param name="IndicatorId">The indicator concerned; null for background figures.</param>
public sealed record ContradictionExpectation(string CheckId, string? IndicatorId)
{
    /// <inheritdoc/>
    public override string ToString() => IndicatorId is null ? CheckId : $"{CheckId} {IndicatorId}";
}
