using System.Collections.Immutable;
using IndicatorRules.Contract.Extending;

namespace Forestry;

/// <summary>An invented bureau's sums. The coefficients are invented too.</summary>
public sealed class ForestLibrary : IFunctionLibrary
{
    private const decimal Expansion = 1.9m;
    private const decimal Density = 0.5m;
    private const decimal CarbonShare = 0.5m;

    /// <inheritdoc/>
    public ImmutableArray<FunctionSignature> Functions { get; } = [new("CarbonStock", [new("volume", "万 m³")], "万 t")];

    /// <inheritdoc/>
    public decimal? Call(string function, ImmutableArray<decimal> arguments) => function switch
    {
        "CarbonStock" => arguments[0] * Expansion * Density * CarbonShare,
        _ => null,
    };
}
