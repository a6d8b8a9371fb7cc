using System.Collections.Immutable;

namespace IndicatorRules.Packaging.Signing;

/// <summary>The keys of one PEM file. Immutable.</summary>
/// <param name="Keys">At least one.</param>
public sealed record TrustedKeys(ImmutableArray<TrustedKey> Keys)
{
}
