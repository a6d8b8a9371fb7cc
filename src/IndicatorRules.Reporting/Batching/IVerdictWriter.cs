using System.Buffers;
using IndicatorRules.Batching;

namespace IndicatorRules.Reporting.Batching;

/// <summary>Writes the verdicts of a batch as UTF-8. Safe on any thread.</summary>
internal interface IVerdictWriter
{
    /// <summary>What stands before the first place.</summary>
    void WriteHead(IBufferWriter<byte> to);

    /// <summary>All years of one place.</summary>
    void Write(PlaceVerdicts place, IBufferWriter<byte> to);
}
