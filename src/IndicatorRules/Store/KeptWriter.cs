using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Keeping;

/// <summary>Values → bytes that <see cref="KeptReader"/> reads back, each text once. One thread at a time.</summary>
/// <param name="folders">The plugins' folders; files in them are told by the folder's index, so that all may stand elsewhere the next
/// time.</param>
internal sealed class KeptWriter(IReadOnlyList<string> folders)
{
    private readonly List<byte> _bytes = [];
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);

    /// <summary>The texts, then all that was written.</summary>
    internal byte[] ToArray()
    {
        using var whole = new MemoryStream();
        using var writer = new BinaryWriter(whole);
        writer.Write7BitEncodedInt(_words.Count);
        foreach (var word in _words.Keys)
        {
            writer.Write(word);
        }

        writer.Write(_bytes.ToArray());
        writer.Flush();
        return whole.ToArray();
    }

    internal void Number(int number)
    {
        var rest = (uint)number;
        for (; rest > 0x7F; rest >>= 7)
        {
            _bytes.Add((byte)(rest | 0x80));
        }

        _bytes.Add((byte)rest);
    }

    internal void NumberOrNull(int? number)
    {
        Flag(number is not null);
        if (number is { } there)
        {
            Number(there);
        }
    }

    internal void Flag(bool flag) => _bytes.Add(flag ? (byte)1 : (byte)0);

    internal void Figure(decimal figure)
    {
        foreach (var part in decimal.GetBits(figure))
        {
            Number(part);
        }
    }

    internal void Word(string word)
    {
        if (!_words.TryGetValue(word, out var index))
        {
            _words[word] = index = _words.Count;
        }

        Number(index);
    }

    internal void WordOrNull(string? word)
    {
        Flag(word is not null);
        if (word is not null)
        {
            Word(word);
        }
    }

    internal void Text(LocalizedText text)
    {
        Word(text.Zh);
        Word(text.En);
    }

    internal void Place(Location location)
    {
        var folder = 0;
        while (folder < folders.Count && !IsWithin(location.File, folders[folder]))
        {
            folder++;
        }

        Number(folder);
        Word(folder < folders.Count ? location.File[folders[folder].Length..] : location.File);
        Number(location.Line);
        Number(location.Column);
    }

    internal void Source(SourceRef source)
    {
        Word(source.Document);
        Word(source.Table);
        NumberOrNull(source.Row);
    }

    /// <summary>The text, and its places as steps from one to the next: nearly all are one column on.</summary>
    internal void Rule(RuleText rule)
    {
        Word(rule.Code);
        Word(rule.File);
        var (line, column, since) = (0, 0, 0);
        Number(rule.Locations.Length);
        for (var i = 0; i < rule.Locations.Length; i++)
        {
            if (rule.Locations[i] != (line, column + 1) || i == 0)
            {
                Number(i - since);
                Number(rule.Locations[i].Line);
                Number(rule.Locations[i].Column);
                since = i;
            }

            (line, column) = rule.Locations[i];
        }

        Number(rule.Locations.Length - since);
    }

    internal void All<T>(ImmutableArray<T> items, Action<T> write)
        where T : class
    {
        Number(items.Length);
        foreach (var item in items)
        {
            write(item);
        }
    }

    private static bool IsWithin(string file, string folder) =>
        file.Length > folder.Length && file.StartsWith(folder, StringComparison.Ordinal) && file[folder.Length] is '/' or '\\';
}
