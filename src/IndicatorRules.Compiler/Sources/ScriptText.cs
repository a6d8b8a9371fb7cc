using System.Text;
using Microsoft.CodeAnalysis;

namespace IndicatorRules.Compiler.Sources;

/// <summary>
/// An author's text as compiled: every number that does not fit an <see cref="int"/> gets the suffix of a decimal (<c>4.5</c> becomes
/// <c>4.5m</c>). Maps positions back to the author's text.
/// </summary>
internal sealed class ScriptText
{
    private readonly List<int> _inserted = [];

    internal ScriptText(string code, SyntaxNode parsed, int prefix)
    {
        var text = new StringBuilder(code);
        var reals = parsed.DescendantTokens()
            .Where(ScriptNumbers.IsDecimal)
            .Select(t => t.Span.End - prefix)
            .ToList();
        for (var i = reals.Count - 1; i >= 0; i--)
        {
            text.Insert(reals[i], 'm');
        }

        for (var i = 0; i < reals.Count; i++)
        {
            _inserted.Add(reals[i] + i);
        }

        Written = code;
        Compiled = text.ToString();
    }

    internal string Written { get; }

    internal string Compiled { get; }

    /// <summary>Maps a position in <see cref="Compiled"/> to the author's text.</summary>
    internal int Original(int compiled) => compiled - _inserted.Count(at => at < compiled);
}
