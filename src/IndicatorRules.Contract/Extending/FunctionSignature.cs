using System.Collections.Immutable;

namespace IndicatorRules.Contract.Extending;

/// <summary>What a function is called with and gives. Immutable; equal where all of it is.</summary>
/// <param name="Id">The name that scripts call it by.</param>
/// <param name="Parameters">What it takes, one to four figures.</param>
/// <param name="Unit">The unit of what it gives.</param>
public sealed record FunctionSignature(string Id, ImmutableArray<FunctionParameter> Parameters, string Unit)
{
    /// <summary>What it takes, one to four figures.</summary>
    public ImmutableArray<FunctionParameter> Parameters { get; init => field = Given.Whole(value); } = Given.Whole(Parameters);

    /// <inheritdoc/>
    public bool Equals(FunctionSignature? other) =>
        other is not null && Id == other.Id && Unit == other.Unit && Parameters.SequenceEqual(other.Parameters);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Parameters.Length, Unit);

    /// <summary>As guides write it: <c>HeatIndex(temperature ℃, humidity %) %</c>.</summary>
    public override string ToString() => $"{Id}({string.Join(", ", Parameters.Select(p => $"{p.Name} {p.Unit}"))}) {Unit}";
}
