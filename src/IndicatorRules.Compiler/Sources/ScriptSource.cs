using System.Globalization;
using System.Text;
using IndicatorRules.Protocol;
using Microsoft.CodeAnalysis;

namespace IndicatorRules.Compiler.Sources;

/// <summary>The generated source of a scheme, with a map from its positions to the authors' texts.</summary>
internal sealed class ScriptSource
{
    private readonly StringBuilder _code = new();
    private readonly List<Segment> _segments = [];

    private readonly int _rules;
    private readonly bool _concludes;

    /// <summary>Creates an empty submission.</summary>
    /// <param name="request">The request, which says which texts are rules, conclusion or checks.</param>
    internal ScriptSource(CompileRequest request)
    {
        _rules = request.Rules.Sum(r => 1 + r.Stages.Length);
        _concludes = request.Overall?.Conclusion is not null;
    }

    internal string Code => _code.ToString();

    internal bool IsRule(int unit) => unit < _rules;

    /// <summary>The diagnostic for a text whose result has the wrong type.</summary>
    internal string Wanted(int unit) => IsRule(unit) ? FaultId.NoVerdict
        : unit == _rules && _concludes ? FaultId.NoConclusion
        : FaultId.NoContradictions;

    internal ScriptSource Add(string code)
    {
        _code.Append(code);
        return this;
    }

    /// <summary>Adds a method with one author's text as its body.</summary>
    internal void Method(string head, RuleUnit unit, int index, ScriptText text, bool isExpression)
    {
        var method = _code.Length;
        _code.Append(head).Append(isExpression ? " { return (\n" : " {\n");
        _code.Append("#line ").Append(unit.Line.ToString(CultureInfo.InvariantCulture)).Append(" \"").Append(unit.File).Append("\"\n");
        var start = _code.Length;
        _code.Append(text.Compiled);
        var end = _code.Length;
        _code.Append("\n#line default\n").Append(isExpression ? "); }\n" : "}\n");
        _segments.Add(new Segment(method, start, end, _code.Length, index, text));
    }

    /// <summary>The text and offset at a position; null in generated code.</summary>
    internal (int Unit, int Offset)? Find(int position)
    {
        foreach (var s in _segments)
        {
            if (position >= s.MethodStart && position < s.MethodEnd)
            {
                return (s.Unit, s.Text.Original(Math.Clamp(position, s.Start, s.End) - s.Start));
            }
        }

        return null;
    }

    /// <summary>A piece of code as its author wrote it, without added suffixes.</summary>
    internal string Authored(SyntaxNode node)
    {
        if (_segments.Find(s => node.SpanStart >= s.Start && node.Span.End <= s.End) is not { } segment)
        {
            return node.ToString();
        }

        var (from, to) = (segment.Text.Original(node.SpanStart - segment.Start), segment.Text.Original(node.Span.End - segment.Start));
        return segment.Text.Written[from..to];
    }

    private sealed record Segment(int MethodStart, int Start, int End, int MethodEnd, int Unit, ScriptText Text);
}
