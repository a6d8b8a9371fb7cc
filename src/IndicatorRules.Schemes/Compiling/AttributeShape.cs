using System.Collections.Immutable;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Compiling;

/// <summary>A place attribute as the compiler types it. Immutable.</summary>
/// <param name="Id">The id scripts use.</param>
/// <param name="Kind">Its type.</param>
/// <param name="Choices">The choices, or the parts of the shares.</param>
public sealed record AttributeShape(string Id, AttributeKind Kind, ImmutableArray<string> Choices);
