using System.Security.Cryptography;
using IndicatorRules.Schemes.Diagnostics;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Json;

/// <summary>A strictly parsed JSON file with the location of every value.</summary>
public sealed class JsonText
{
    private readonly ReadOnlyMemory<byte> _bytes;

    internal JsonText(JToken root, string file, ReadOnlyMemory<byte> bytes)
    {
        Root = root;
        File = file;
        _bytes = bytes;
    }

    /// <summary>The document. Integers that fit are <see cref="long"/>, all other numbers <see cref="decimal"/>.</summary>
    public JToken Root { get; }

    /// <summary>The file's name in diagnostics.</summary>
    public string File { get; }

    /// <summary>The bytes of the file.</summary>
    internal ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(_bytes.Span));

    /// <summary>The location of a value, or of the innermost value around it that has one.</summary>
    public Location At(JToken? token)
    {
        for (; token is not null; token = token.Parent)
        {
            if (token.Annotation<Position>() is { } position)
            {
                return position.Location;
            }
        }

        return new Location(File, 1, 1);
    }

    /// <summary>The raw bytes between a string's quotes, used to map positions in scripts.</summary>
    internal static ReadOnlyMemory<byte> RawString(JToken token) => token.Annotation<Position>()?.RawString ?? default;

    internal sealed record Position(Location Location, ReadOnlyMemory<byte> RawString = default);
}
