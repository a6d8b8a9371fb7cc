using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Scripting;

/// <summary>One loading of a scheme, shared by all requests that wait for it; cancelled when none does any more.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Key">Its lineage's key.</param>
/// <param name="Uppers">The loadings of its upper schemes, for which every request waits that waits for this one.</param>
/// <param name="Abandoned">Cancelled when the last request has left.</param>
internal sealed record SchemeLoading(Scheme Scheme, string Key, ImmutableArray<SchemeLoading> Uppers, CancellationTokenSource Abandoned)
{
    /// <summary>Completed on the thread that loads, as the loadings of lower schemes go on there.</summary>
    internal TaskCompletionSource<Result<CompiledScheme>> Outcome { get; } = new();

    /// <summary>How many requests wait for it. Guarded by the loader's lock.</summary>
    internal int Requests { get; set; }
}
