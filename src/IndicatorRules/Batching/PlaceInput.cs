using System.Collections.Immutable;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Batching;

/// <summary>One place of a batch as read. Immutable.</summary>
/// <param name="File">Its facts; null when nothing could be read.</param>
/// <param name="Diagnostics">What was wrong when they were read.</param>
/// <param name="Faults">
/// The rows that are not to be judged, each with the id of its diagnostic: an indicator of a year, or <see cref="WholePlace"/>.
/// </param>
internal sealed record PlaceInput(FactsFile? File, ImmutableArray<Diagnostic> Diagnostics, ImmutableDictionary<FactPath, string> Faults)
{
    /// <summary>The key of a fault that touches every row of the place.</summary>
    internal static FactPath WholePlace { get; }

    /// <summary>A place of which nothing could be read.</summary>
    internal static PlaceInput Unread { get; } = new(null, [], ImmutableDictionary<FactPath, string>.Empty);

    internal static PlaceInput Of(FactsFile file) => Unread with { File = file };
}
