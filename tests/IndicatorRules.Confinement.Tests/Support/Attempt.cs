namespace IndicatorRules.Confinement.Tests.Support;

/// <summary>One hostile script: what it is about, the layer that must stop it and the diagnostic it must give. Immutable.</summary>
/// <param name="Path">Relative to the corpus, forward slashes.</param>
/// <param name="Layer">L1, L2, bind, L3 or L4.</param>
/// <param name="Id">The diagnostic's id.</param>
/// <param name="Code">The rule's text.</param>
internal sealed record Attempt(string Path, string Layer, string Id, string Code)
{
    internal string Category => Path[..Path.IndexOf('/', StringComparison.Ordinal)];

    /// <summary>Whether only the first layer stands between the text and a parser that may not survive it.</summary>
    internal bool IsBomb => Layer == "L1" && (Category == "compiler-bombs" || Path.Contains("bomb", StringComparison.Ordinal));
}
