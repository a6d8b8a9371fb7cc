using System.Collections.Immutable;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Batching;

/// <summary>One place of a batch as read. Immutable.</summary>
/// <param name="File">Its facts, with the rows that are not to be judged; null when nothing could be read.</param>
/// <param name="Diagnostics">What was wrong when they were read.</param>
internal sealed record PlaceInput(FactsFile? File, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>A place of which nothing could be read.</summary>
    internal static PlaceInput Unread { get; } = new(null, []);

    internal static PlaceInput Of(FactsFile file) => Unread with { File = file };
}
