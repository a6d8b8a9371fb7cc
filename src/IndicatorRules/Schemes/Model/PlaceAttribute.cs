using System.Collections.Immutable;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Model;

/// <summary>An attribute that a scheme requires of a place. Facts without it are reported before any rule runs. Immutable.</summary>
/// <param name="Id">The id in scripts and facts: <c>Climate</c>.</param>
/// <param name="Kind">The type.</param>
/// <param name="Name">The name.</param>
/// <param name="Choices">The choices, or the parts of the shares; empty for a number.</param>
public sealed record PlaceAttribute(string Id, AttributeKind Kind, LocalizedText Name, ImmutableArray<Choice> Choices);
