using System.Text;
using Microsoft.CodeAnalysis;

namespace IndicatorRules.Compiler;

/// <summary>
/// An author's text as it is compiled: every number that is no plain <see cref="int"/> made a decimal (<c>4.5</c> becomes
/// <c>4.5m</c>), and the way back to the author's characters.
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

    /// <summary>The author's character for one of <see cref="Compiled"/>.</summary>
    internal int Original(int compiled) => compiled - _inserted.Count(at => at < compiled);
}
