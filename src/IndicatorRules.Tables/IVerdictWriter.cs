using System.Buffers;
using IndicatorRules.Batching;

namespace IndicatorRules.Tables;

/// <summary>Writes the verdicts of a batch as UTF-8. Thread-safe.</summary>
internal interface IVerdictWriter
{
    /// <summary>Writes the text before the first place.</summary>
    void WriteHead(IBufferWriter<byte> to);

    /// <summary>Writes all years of one place.</summary>
    void Write(PlaceVerdicts place, IBufferWriter<byte> to);
}
