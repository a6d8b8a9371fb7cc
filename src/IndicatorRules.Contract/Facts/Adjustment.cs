using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Facts;

/// <summary>
/// Points that were added or taken away by judgement (加减分), within the bounds that the scheme sets. Immutable.
/// </summary>
/// <param name="Id">The adjustment's id in the scheme.</param>
/// <param name="Points">The points added; negative where they are taken away.</param>
/// <param name="Reason">Why; never empty in a facts file.</param>
public sealed record Adjustment(string Id, decimal Points, string Reason)
{
    /// <summary>The adjustment's id in the scheme.</summary>
    public string Id { get; init => field = Given.NotNull(value); } = Given.NotNull(Id);

    /// <summary>Why; never empty in a facts file.</summary>
    public string Reason { get; init => field = Given.NotNull(value); } = Given.NotNull(Reason);

    /// <summary>Document, table and row; null when the facts do not say.</summary>
    public Source? Source { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Id} {Reading.Plain(Points)}: {Reason}";
}
