using IndicatorRules.Compiler;
using IndicatorRules.Confinement.Tests.Support;

namespace IndicatorRules.Confinement.Tests;

/// <summary>With a layer taken away the others still hold.</summary>
public class LayerRemovedTests
{
    [Theory]
    [Trait("Category", "Slow")]
    [InlineData((int)(Layers.Syntax | Layers.Meaning))]
    [InlineData((int)(Layers.Lexical | Layers.Meaning))]
    [InlineData((int)(Layers.Lexical | Layers.Syntax))]
    public void LayerRemoved_EveryAttemptIsContained(int layers) => AssertContained((Layers)layers);

    [Fact]
    [Trait("Category", "Slow")]
    public void AllLayersRemoved_TheImageCheckContainsWhatCompiles() => AssertContained(Layers.None);

    [Fact]
    public void Harmless_NamesAttempts() => Assert.Equal(Harmless.Paths.Count, Corpus.Attacks.Count(Harmless.Contains));

    private static void AssertContained(Layers layers)
    {
        var loose = Loose(layers).ToList();
        Assert.True(loose.Count == 0, $"let through without {Layers.All & ~layers}:\n{string.Join('\n', loose)}");
    }

    private static IEnumerable<string> Loose(Layers layers) =>
    [
        .. Corpus.Attacks
            .Where(a => !a.IsBomb || layers.HasFlag(Layers.Lexical))
            .Where(a => !Harmless.Contains(a) && !Bench.IsContained(a.Code, layers))
            .Select(a => a.Path),
    ];
}
