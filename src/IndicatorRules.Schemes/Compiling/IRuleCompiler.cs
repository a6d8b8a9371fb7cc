namespace IndicatorRules.Schemes.Compiling;

/// <summary>Script texts in, image bytes and faults out. Safe on any thread.</summary>
public interface IRuleCompiler
{
    /// <summary>Compiles one scheme's scripts into one image.</summary>
    /// <remarks>The same request gives the same bytes.</remarks>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing was made.</exception>
    CompileResponse Compile(CompileRequest request, CancellationToken cancellation = default);
}
