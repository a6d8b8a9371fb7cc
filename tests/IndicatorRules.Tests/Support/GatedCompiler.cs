using System.Collections.Concurrent;
using IndicatorRules.Protocol;

namespace IndicatorRules.Tests.Support;

/// <summary>Compiles nothing before the test opens its gate; what it was asked is counted by a word that stands in a rule.</summary>
internal sealed class GatedCompiler(bool heedsCancellation = true) : IRuleCompiler, IDisposable
{
    private readonly ManualResetEventSlim _open = new();
    private readonly ConcurrentBag<CompileRequest> _asked = [];
    private int _cancelled;

    /// <summary>How often it was asked.</summary>
    internal int Asked => _asked.Count;

    /// <summary>How many requests were given up while they waited.</summary>
    internal int Cancelled => Volatile.Read(ref _cancelled);

    /// <summary>Requests with this in one of their texts pass the gate; null for none.</summary>
    internal string? Passing { get; init; }

    public CompileResponse Compile(CompileRequest request, CancellationToken cancellationToken = default)
    {
        _asked.Add(request);
        if (Passing is null || !request.Units().Any(u => u.Code.Contains(Passing, StringComparison.Ordinal)))
        {
            try
            {
                _open.Wait(heedsCancellation ? cancellationToken : CancellationToken.None);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Increment(ref _cancelled);
                throw;
            }
        }

        return RememberingCompiler.Instance.Compile(request, CancellationToken.None);
    }

    internal void Open() => _open.Set();

    // A test that is over lets whoever still waits go.
    public void Dispose() => _open.Set();
}
