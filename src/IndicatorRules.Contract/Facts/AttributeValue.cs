using System.Collections.Immutable;
using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Contract.Facts;

/// <summary>One attribute of a place as handed in: words, a number, or shares in percent. Immutable.</summary>
public sealed record AttributeValue
{
    /// <summary>The attribute's id in the scheme.</summary>
    public required string Id { get; init => field = Given.NotNull(value); }

    /// <summary>A choice, by id or by its printed words; null for the other kinds.</summary>
    public string? Choice { get; init; }

    /// <summary>A number; null for the other kinds.</summary>
    public decimal? Number { get; init; }

    /// <summary>Shares in percent by part; empty for the other kinds.</summary>
    public ImmutableArray<Share> Shares { get; init => field = Given.Whole(value); } = [];

    /// <summary>Where it comes from; null when the facts do not say.</summary>
    public Source? Source { get; init; }

    /// <inheritdoc/>
    public bool Equals(AttributeValue? other) => other is not null && Id == other.Id && Choice == other.Choice && Number == other.Number
        && Shares.SequenceEqual(other.Shares) && Source == other.Source;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Choice, Number, Shares.Length);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Id} {Choice ?? (Number is { } number ? Reading.Plain(number) : string.Join(", ", Shares))}".TrimEnd();
}
