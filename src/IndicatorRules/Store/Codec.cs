using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Store;

/// <summary>Values ↔ bytes, by one list of fields for both directions. One thread at a time.</summary>
/// <remarks>
/// Each method writes the value that it is given or, while reading, ignores it and returns the next one from the bytes. So a type lists
/// its fields once: <c>new Choice(io.Word(c?.Id), io.Text(c?.Text))</c> writes <c>c</c>, and reads one when <c>c</c> is null.
/// Invalid bytes cause an <see cref="InvalidDataException"/>, or an exception that <see cref="Read"/> catches as well.
/// </remarks>
internal sealed class Codec
{
    private readonly List<byte>? _written;
    private readonly byte[] _bytes;
    private readonly List<string> _folders;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly List<string?> _words = [null];
    private int _at;

    private Codec(List<byte>? written, byte[] bytes, List<string> folders) => (_written, _bytes, _folders) = (written, bytes, folders);

    /// <summary>Writes a value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="fields">Its fields.</param>
    /// <param name="folders">The plugins' folders; locations are relative to them, since they may move between starts.</param>
    internal static byte[] Write<T>(T value, Func<Codec, T?, T> fields, List<string> folders)
        where T : class
    {
        var written = new List<byte>();
        fields(new Codec(written, [], folders), value);
        return [.. written];
    }

    /// <summary>Reads a value; null when the bytes are invalid.</summary>
    /// <inheritdoc cref="Write"/>
    internal static T? Read<T>(byte[] bytes, Func<Codec, T?, T> fields, List<string> folders)
        where T : class
    {
        try
        {
            return fields(new Codec(null, bytes, folders), null);
        }
        catch (Exception e) when (e is InvalidDataException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    internal int Number(int? value)
    {
        if (_written is not null)
        {
            var rest = (uint)value.GetValueOrDefault();
            for (; rest > 0x7F; rest >>= 7)
            {
                _written.Add((byte)(rest | 0x80));
            }

            _written.Add((byte)rest);
            return value.GetValueOrDefault();
        }

        var (number, shift) = (0u, 0);
        byte part;
        do
        {
            part = _bytes[_at++];
            number |= (uint)(part & 0x7F) << shift;
            shift += 7;
        }
        while (part > 0x7F);
        return (int)number;
    }

    internal int? NumberOrNull(int? value) => Flag(value is not null) ? Number(value) : null;

    internal bool Flag(bool? value) => Number(value == true ? 1 : 0) == 1;

    internal long Long(long? value)
    {
        var bytes = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value.GetValueOrDefault());
        return BinaryPrimitives.ReadInt64LittleEndian(Bytes(bytes));
    }

    internal decimal Decimal(decimal? value)
    {
        var parts = decimal.GetBits(value.GetValueOrDefault());
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = Number(parts[i]);
        }

        return new decimal(parts);
    }

    internal byte[] Bytes(byte[]? value)
    {
        var length = Length(value?.Length);
        if (_written is not null)
        {
            _written.AddRange(value!);
            return value!;
        }

        _at += length;
        return _bytes[(_at - length).._at];
    }

    internal string Word(string? value) => WordOrNull(value) ?? throw new InvalidDataException();

    /// <summary>A string; equal ones are in the bytes once.</summary>
    internal string? WordOrNull(string? value)
    {
        var index = Number(value is null ? 0 : _indexes.GetValueOrDefault(value, _words.Count));
        if (index == _words.Count)
        {
            _words.Add(Encoding.UTF8.GetString(Bytes(value is null ? null : Encoding.UTF8.GetBytes(value))));
            if (value is not null)
            {
                _indexes.Add(value, index);
            }
        }

        return _words[index];
    }

    internal LocalizedText Text(LocalizedText? text) => new(Word(text?.Zh), Word(text?.En));

    internal SourceRef Source(SourceRef? source) => new(Word(source?.Document), Word(source?.Table), NumberOrNull(source?.Row));

    internal Location Location(Location? location)
    {
        var own = FolderOf(location?.File ?? "");
        var folder = Number(own);
        var file = Word(own < _folders.Count ? location!.File[_folders[own].Length..] : location?.File);
        return new Location(folder < _folders.Count ? _folders[folder] + file : file, Number(location?.Line), Number(location?.Column));
    }

    /// <summary>A text with its locations, as runs of adjacent characters on a line.</summary>
    internal RuleText Rule(RuleText? rule)
    {
        var (code, file) = (Word(rule?.Code), Word(rule?.File));
        var locations = new (int Line, int Column)[code.Length + 1];
        for (var i = 0; i < locations.Length;)
        {
            var (line, column) = (Number(rule?.Locations[i].Line), Number(rule?.Locations[i].Column));
            var left = Number(rule is null ? null : RunAt(rule.Locations, i));
            do
            {
                locations[i++] = (line, column++);
            }
            while (--left > 0);
        }

        return new RuleText(code, file, ImmutableCollectionsMarshal.AsImmutableArray(locations));
    }

    internal T? Optional<T>(T? value, Func<T?, T> fields)
        where T : class => Flag(value is not null) ? fields(value) : null;

    internal ImmutableArray<T> All<T>(ImmutableArray<T>? items, Func<T?, T> fields)
        where T : class
    {
        // Each item takes at least one byte, so a forged count cannot allocate more than the bytes' own length.
        var all = new T[Length(items?.Length)];
        for (var i = 0; i < all.Length; i++)
        {
            all[i] = fields(items?[i]);
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(all);
    }

    private int Length(int? value)
    {
        var length = Number(value);
        return _written is not null || (uint)length <= (uint)(_bytes.Length - _at) ? length : throw new InvalidDataException();
    }

    private int FolderOf(string file)
    {
        var folder = 0;
        while (folder < _folders.Count && !IsWithin(file, _folders[folder]))
        {
            folder++;
        }

        return folder;
    }

    private static bool IsWithin(string file, string folder) =>
        file.Length > folder.Length && file.StartsWith(folder, StringComparison.Ordinal) && file[folder.Length] is '/' or '\\';

    private static int RunAt(ImmutableArray<(int Line, int Column)> locations, int start)
    {
        var end = start + 1;
        while (end < locations.Length && locations[end] == (locations[end - 1].Line, locations[end - 1].Column + 1))
        {
            end++;
        }

        return end - start;
    }
}
