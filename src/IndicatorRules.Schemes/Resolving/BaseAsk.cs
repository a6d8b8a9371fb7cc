using System.Collections.Immutable;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Who asks for an upper scheme, and for which versions. Immutable.</summary>
/// <param name="Base">What is asked for.</param>
/// <param name="AskedBy">The ids from the lowest scheme down to the one that asks.</param>
internal sealed record BaseAsk(BaseReference Base, ImmutableArray<string> AskedBy)
{
    /// <summary>Whether it asks for a scheme that it serves: a circle.</summary>
    internal bool Closes => AskedBy.Contains(Base.Id);

    internal string Chain => string.Join(" → ", AskedBy.Add(Base.Id));
}
