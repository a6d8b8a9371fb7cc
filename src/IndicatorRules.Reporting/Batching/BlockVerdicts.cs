using System.Buffers;
using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting.Batching;

/// <summary>What one block came to, ready to be written.</summary>
/// <param name="Bytes">The verdicts as written; handed back when they are out.</param>
/// <param name="Counts">Of the verdicts.</param>
/// <param name="Diagnostics">What is wrong with its rows.</param>
internal sealed record BlockVerdicts(ArrayBufferWriter<byte> Bytes, BatchCounts Counts, ImmutableArray<Diagnostic> Diagnostics);
