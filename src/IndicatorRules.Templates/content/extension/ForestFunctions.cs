using System.Collections.Immutable;
using IndicatorRules.Contract.Extending;

namespace ExtensionNamespace;

/// <summary>Functions that rules of plugin/scheme.json call. The coefficients are invented.</summary>
public sealed class ForestFunctions : IFunctionLibrary
{
    private const decimal CarbonPerVolume = 0.475m;

    /// <inheritdoc/>
    public ImmutableArray<FunctionSignature> Functions { get; } = [new("CarbonStock", [new("volume", "万 m³")], "万 t")];

    /// <inheritdoc/>
    public decimal? Call(string function, ImmutableArray<decimal> arguments) => function switch
    {
        "CarbonStock" => arguments[0] * CarbonPerVolume,
        _ => null,
    };
}
