namespace IndicatorRules.Protocol;

/// <summary>Script texts in, image bytes and faults out. Safe on any thread.</summary>
internal interface IRuleCompiler
{
    /// <summary>What decides its images besides the request, in any words; null when it cannot say.</summary>
    /// <remarks>
    /// Two compilers that say the same give the same bytes for the same request, in this process and in later ones. The
    /// images of one that has none are not stored.
    /// </remarks>
    string? Identity => null;

    /// <summary>Compiles one scheme's scripts into one image.</summary>
    /// <remarks>The same request gives the same bytes.</remarks>
    /// <exception cref="OperationCanceledException">The token was cancelled; nothing was made.</exception>
    CompileResponse Compile(CompileRequest request, CancellationToken cancellationToken = default);
}
