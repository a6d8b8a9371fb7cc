using System.Text;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Json;

/// <summary>Turns byte offsets of a UTF-8 text into lines and columns, both counted from 1 in characters.</summary>
internal sealed class LineIndex
{
    private readonly List<int> _starts = [0];
    private readonly string _name;

    internal LineIndex(ReadOnlyMemory<byte> text, string name)
    {
        Text = text;
        _name = name;
        var span = text.Span;
        for (var at = 0; span[at..].IndexOf((byte)'\n') is var next and >= 0;)
        {
            at += next + 1;
            _starts.Add(at);
        }
    }

    internal ReadOnlyMemory<byte> Text { get; }

    internal Location At(long offset)
    {
        var at = (int)Math.Min(offset, Text.Length);
        var line = _starts.BinarySearch(at);
        line = line < 0 ? ~line - 1 : line;
        var column = 1 + Encoding.UTF8.GetCharCount(Text.Span[_starts[line]..at]);
        return new Location(_name, line + 1, column);
    }

    internal int Offset(long line, long byteInLine) =>
        line < _starts.Count ? _starts[(int)line] + (int)byteInLine : Text.Length;
}
