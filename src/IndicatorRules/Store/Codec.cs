using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Keeping;

/// <summary>Reads what <see cref="KeptWriter"/> wrote. One thread at a time.</summary>
/// <remarks>Whoever kept the bytes has told that they are whole; what is cut short all the same ends with an exception.</remarks>
internal sealed class KeptReader
{
    private readonly byte[] _bytes;
    private readonly IReadOnlyList<string> _folders;
    private readonly string[] _words;
    private int _at;

    internal KeptReader(byte[] bytes, IReadOnlyList<string> folders)
    {
        _bytes = bytes;
        _folders = folders;
        _words = new string[Number()];
        for (var i = 0; i < _words.Length; i++)
        {
            var length = Number();
            _words[i] = Encoding.UTF8.GetString(_bytes, _at, length);
            _at += length;
        }
    }

    internal int Number()
    {
        var (number, shift) = (0u, 0);
        while (true)
        {
            var part = _bytes[_at++];
            number |= (uint)(part & 0x7F) << shift;
            if (part <= 0x7F)
            {
                return (int)number;
            }

            shift += 7;
        }
    }

    internal int? NumberOrNull() => Flag() ? Number() : null;

    internal bool Flag() => _bytes[_at++] != 0;

    internal decimal Figure()
    {
        var (low, middle, high, flags) = (Number(), Number(), Number(), Number());
        return new decimal(low, middle, high, flags < 0, (byte)(flags >> 16));
    }

    internal string Word() => _words[Number()];

    internal string? WordOrNull() => Flag() ? Word() : null;

    internal LocalizedText Text() => new(Word(), Word());

    internal Location Place()
    {
        var folder = Number();
        var file = Word();
        return new Location(folder < _folders.Count ? _folders[folder] + file : file, Number(), Number());
    }

    internal SourceRef Source() => new(Word(), Word(), NumberOrNull());

    internal RuleText Rule()
    {
        var (code, file) = (Word(), Word());
        var places = new (int, int)[Number()];
        for (var i = Number(); i < places.Length;)
        {
            var (line, column) = (Number(), Number());
            for (var left = Number(); left > 0; left--)
            {
                places[i++] = (line, column++);
            }
        }

        return new RuleText(code, file, ImmutableCollectionsMarshal.AsImmutableArray(places));
    }

    internal ImmutableArray<T> All<T>(Func<T> read)
        where T : class
    {
        var count = Number();
        if (count == 0)
        {
            return [];
        }

        var items = new T[count];
        for (var i = 0; i < items.Length; i++)
        {
            items[i] = read();
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(items);
    }
}
