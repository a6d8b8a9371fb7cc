using System.Collections.Immutable;
using System.Diagnostics;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Scripting;

/// <summary>One loading of a scheme, shared by all requests that wait for it; cancelled when the last one leaves.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Key">The key of its lineage.</param>
/// <param name="Uppers">The loadings of its upper schemes; every request of this one waits for them too.</param>
/// <param name="Abandoned">Cancelled when the last request has left.</param>
internal sealed record SchemeLoading(Scheme Scheme, string Key, ImmutableArray<SchemeLoading> Uppers, CancellationTokenSource Abandoned)
{
    /// <summary>Completed on the thread that loads, where the loadings of lower schemes continue.</summary>
    internal TaskCompletionSource<Result<CompiledScheme>> Outcome { get; } = new();

    /// <summary>The span of the request that began it; the compilation is a part of that.</summary>
    internal ActivityContext Parent { get; } = Activity.Current?.Context ?? default;

    /// <summary>The number of waiting requests. Guarded by the loader's lock.</summary>
    internal int Requests { get; set; }
}
