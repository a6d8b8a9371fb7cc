using System.Collections.Immutable;

namespace IndicatorRules.Contract.Facts;

/// <summary>The county or other place judged (行政区). Immutable.</summary>
public sealed record Place
{
    /// <summary>A code that identifies the place; any text.</summary>
    public required string Code { get; init => field = Given.NotNull(value); }

    /// <summary>The place's name.</summary>
    public required string Name { get; init => field = Given.NotNull(value); }

    /// <summary>The level of its administration: county, city, province; empty when not given.</summary>
    public string Level { get; init => field = Given.NotNull(value); } = "";

    /// <summary>What the schemes ask for besides: climate, terrain shares.</summary>
    public ImmutableArray<AttributeValue> Attributes { get; init => field = Given.Whole(value); } = [];

    /// <inheritdoc/>
    public bool Equals(Place? other) => other is not null && Code == other.Code && Name == other.Name && Level == other.Level
        && Attributes.SequenceEqual(other.Attributes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Name, Level, Attributes.Length);

    /// <inheritdoc/>
    public override string ToString() => $"{Code} {Name}";

    /// <summary>One attribute; null when the facts do not name it.</summary>
    public AttributeValue? Find(string attributeId) => Attributes.FirstOrDefault(a => a.Id == attributeId);
}
