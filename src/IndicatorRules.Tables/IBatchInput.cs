using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Tables;

/// <summary>The input of a batch.</summary>
internal interface IBatchInput : IDisposable
{
    /// <summary>Diagnostics about the input as a whole.</summary>
    ImmutableArray<Diagnostic> Notices => [];

    /// <summary>The part read so far, in the unit of <see cref="Length"/>. For progress only.</summary>
    long Position { get; }

    /// <summary>The length of the input, in a unit that depends on its kind.</summary>
    long Length { get; }

    /// <summary>SHA-256 over everything on which the verdicts depend.</summary>
    string Hash();

    /// <summary>All places in order, always in the same blocks.</summary>
    IEnumerable<IPlaceBlock> Blocks();
}
