namespace IndicatorRules.Protocol;

/// <summary>Compiles script texts to images. Thread-safe.</summary>
internal interface IRuleCompiler
{
    /// <summary>Identifies everything in addition to the request on which images depend; null if unknown.</summary>
    /// <remarks>
    /// Compilers with equal identities give the same bytes for the same request, in any process. Images of a compiler without an identity
    /// are not stored.
    /// </remarks>
    string? Identity => null;

    /// <summary>Compiles one scheme's scripts into one image.</summary>
    /// <remarks>The same request gives the same bytes.</remarks>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    CompileResponse Compile(CompileRequest request, CancellationToken cancellationToken = default);
}
