using System.Security.Cryptography;
using IndicatorRules.Schemes.Diagnostics;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Json;

/// <summary>A JSON file that passed the strict reader, with the place of every value.</summary>
public sealed class JsonText
{
    private readonly ReadOnlyMemory<byte> _bytes;

    internal JsonText(JToken root, string file, ReadOnlyMemory<byte> bytes)
    {
        Root = root;
        File = file;
        _bytes = bytes;
    }

    /// <summary>The document. Numbers without fraction that fit are <see cref="long"/>, all others <see cref="decimal"/>.</summary>
    public JToken Root { get; }

    /// <summary>The name used in diagnostics.</summary>
    public string File { get; }

    /// <summary>The file as it was read.</summary>
    internal ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(_bytes.Span));

    /// <summary>The place of a value; of the nearest outer value where it has none of its own.</summary>
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

    /// <summary>The place of a string's first character and the raw bytes between its quotes, for maps into scripts.</summary>
    internal static ReadOnlyMemory<byte> RawString(JToken token) => token.Annotation<Position>()?.RawString ?? default;

    internal sealed record Position(Location Location, ReadOnlyMemory<byte> RawString = default);
}
