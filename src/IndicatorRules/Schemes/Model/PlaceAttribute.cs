using System.Collections.Immutable;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Model;

/// <summary>Something a scheme asks of a place, so that a facts file without it is told before any rule runs. Immutable.</summary>
/// <param name="Id">The id scripts and facts use: <c>Climate</c>.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Name">Its name.</param>
/// <param name="Choices">The choices, or the parts of the shares; empty for a number.</param>
public sealed record PlaceAttribute(string Id, AttributeKind Kind, LocalizedText Name, ImmutableArray<Choice> Choices);
