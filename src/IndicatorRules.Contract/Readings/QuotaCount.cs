namespace IndicatorRules.Contract.Readings;

/// <summary>The two numbers of a quota, apart from the reading: few readings are quotas. Immutable.</summary>
/// <param name="Done">How much was done.</param>
/// <param name="Assigned">How much was set to be done.</param>
internal sealed record QuotaCount(decimal Done, decimal Assigned)
{
    /// <summary>The part done in percent; null where nothing was set.</summary>
    /// <exception cref="OverflowException">The numbers are too large to be divided.</exception>
    internal decimal? Percent => Assigned > 0 ? 100m * Done / Assigned : null;
}
