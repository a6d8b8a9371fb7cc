using System.Collections.Immutable;
using System.Security.Cryptography;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Evaluator.Wire;
using IndicatorRules.Scripting;

namespace IndicatorRules.Evaluator.Judging;

/// <summary>A scheme and all that it rests on, as the process that judges is told of them: once each. Immutable.</summary>
internal sealed class Lineage
{
    private Lineage(ImmutableArray<CompiledScheme> schemes)
    {
        Keys = [.. schemes.Select(s => s.Scheme.Key)];
        using var to = new WireWriter();
        to.Many(schemes, s => SchemeWire.Write(to, s, [.. s.Uppers.Select(b => Keys.IndexOf(b.Scheme.Key))]));
        Bytes = to.ToArray();
        Key = Convert.ToHexStringLower(SHA256.HashData(Bytes));
        Figures = schemes.SelectMany(Places).ToDictionary(f => f.Place, f => f.Figure, StringComparer.Ordinal);
    }

    /// <summary>SHA-256 of <see cref="Bytes"/>.</summary>
    internal string Key { get; }

    /// <summary>The images and what rules can see of the schemes.</summary>
    internal byte[] Bytes { get; }

    /// <summary>The keys of the schemes, uppermost first.</summary>
    internal ImmutableArray<string> Keys { get; }

    /// <summary>Every indicator and item of every scheme, by its place in the lineage.</summary>
    internal IReadOnlyDictionary<string, FigureInfo> Figures { get; }

    internal static Lineage Of(CompiledScheme scheme) => new([.. scheme.Lineage()]);

    private static IEnumerable<(string Place, FigureInfo Figure)> Places(CompiledScheme compiled, int at)
    {
        for (var i = 0; i < compiled.Scheme.Indicators.Length; i++)
        {
            var info = compiled.Scheme.Indicators[i].ToInfo(compiled.Scheme.BaseYear);
            yield return (FigurePlace.Of(at, i), info.Own);
            for (var item = 0; item < info.Items.Length; item++)
            {
                yield return (FigurePlace.Of(at, i, item), info.Items[item]);
            }
        }
    }
}
