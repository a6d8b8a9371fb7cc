using IndicatorRules.Protocol;

namespace IndicatorRules.Tests.Support;

/// <summary>Compiles through another and counts how often it was asked.</summary>
internal sealed class CountingCompiler(string? identity = "the tests' own", IRuleCompiler? inner = null) : IRuleCompiler
{
    private int _asked;

    internal int Asked => _asked;

    public string? Identity => identity;

    public CompileResponse Compile(CompileRequest request, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _asked);
        return (inner ?? RememberingCompiler.Instance).Compile(request, cancellationToken);
    }
}
