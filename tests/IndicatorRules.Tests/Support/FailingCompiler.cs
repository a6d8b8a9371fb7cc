using IndicatorRules.Protocol;

namespace IndicatorRules.Tests.Support;

/// <summary>Throws what the test sets, and compiles where nothing is set.</summary>
internal sealed class FailingCompiler : IRuleCompiler
{
    private int _asked;

    internal Func<Exception>? Fault { get; set; }

    internal int Asked => _asked;

    public CompileResponse Compile(CompileRequest request, CancellationToken cancellationToken = default)
    {
        Interlocked.Increment(ref _asked);
        return Fault is { } fault ? throw fault() : RememberingCompiler.Instance.Compile(request, cancellationToken);
    }
}
