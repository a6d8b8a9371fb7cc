using System.Collections.Immutable;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Extending;

/// <summary>
/// A scheme's functions for one piece of work: it ends on the extensions that it began with, whatever replaces them. Dispose lets them go.
/// </summary>
internal sealed class FunctionLease(ImmutableArray<BoundFunction> functions, ImmutableArray<LoadedExtension> held) : IDisposable
{
    /// <summary>In the scheme's order. One that could not be bound throws when it is called.</summary>
    internal ImmutableArray<BoundFunction> Functions { get; } = functions;

    /// <summary>The extensions, each once.</summary>
    internal ImmutableArray<LoadedExtension> Held { get; } = held;

    public void Dispose()
    {
        foreach (var extension in Held)
        {
            extension.Release();
        }
    }
}
