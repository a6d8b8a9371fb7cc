using System.Text;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Json;

/// <summary>Maps byte offsets in a UTF-8 text to lines and columns, which count characters from 1.</summary>
internal sealed class LineIndex
{
    private readonly List<int> _starts = [0];
    private readonly string _name;

    // The reader asks in ascending order. Counting on from the last position keeps long lines from taking quadratic time.
    private (int Start, int At, int Column) _last = (0, 0, 1);

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
        var from = _last.Start == _starts[line] && _last.At <= at ? _last : (Start: _starts[line], At: _starts[line], Column: 1);
        _last = (from.Start, at, from.Column + Encoding.UTF8.GetCharCount(Text.Span[from.At..at]));
        return new Location(_name, line + 1, _last.Column);
    }

    internal int Offset(long line, long byteInLine) =>
        line < _starts.Count ? _starts[(int)line] + (int)byteInLine : Text.Length;
}
