using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting.Batching;

/// <summary>Where the places of a batch come from.</summary>
internal interface IBatchInput : IDisposable
{
    /// <summary>What the author should know of the input as a whole.</summary>
    ImmutableArray<Diagnostic> Notices => [];

    /// <summary>How much was read so far, out of <see cref="Length"/>; for progress only.</summary>
    long Position { get; }

    /// <summary>How much there is to read.</summary>
    long Length { get; }

    /// <summary>SHA-256 over everything that decides the verdicts.</summary>
    string Hash();

    /// <summary>The places in order, in the same blocks every time.</summary>
    IEnumerable<IPlaceBlock> Blocks();
}
