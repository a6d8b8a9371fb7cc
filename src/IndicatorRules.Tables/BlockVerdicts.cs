using System.Buffers;
using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Tables;

/// <summary>The verdicts of one block, ready to be written.</summary>
/// <param name="Bytes">The verdicts as text, in a buffer that is reused after writing.</param>
/// <param name="Counts">Counts over these verdicts.</param>
/// <param name="Diagnostics">The diagnostics of its rows.</param>
internal sealed record BlockVerdicts(ArrayBufferWriter<byte> Bytes, BatchCounts Counts, ImmutableArray<Diagnostic> Diagnostics);
