using System.Collections.Immutable;
using IndicatorRules.Contract.Rules;

namespace IndicatorRules.Extending;

/// <summary>A scheme's functions for one piece of work, whose extensions stay loaded until Dispose, even when replaced.</summary>
internal sealed class FunctionLease(ImmutableArray<BoundFunction> functions, ImmutableArray<LoadedExtension> held) : IDisposable
{
    /// <summary>In the scheme's order. An unbound function throws when called.</summary>
    internal ImmutableArray<BoundFunction> Functions { get; } = functions;

    internal ImmutableArray<LoadedExtension> Held { get; } = held;

    public void Dispose()
    {
        foreach (var extension in Held)
        {
            extension.Release();
        }
    }
}
