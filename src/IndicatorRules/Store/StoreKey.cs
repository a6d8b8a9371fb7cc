using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace IndicatorRules.Scripting.Caching;

/// <summary>What an entry stands for: a kind, and a SHA-256 over all that decides its content. Immutable.</summary>
/// <param name="Kind">The kind; also the extension of its file.</param>
/// <param name="Hash">The SHA-256.</param>
internal sealed record CacheKey(string Kind, ImmutableArray<byte> Hash)
{
    internal string FileName => Convert.ToHexStringLower(Hash.AsSpan()) + Extension;

    internal string Extension => $".{Kind}";

    /// <summary>The key of a kind over the given parts, in order; each part's length counts too.</summary>
    internal static CacheKey Of(string kind, params ReadOnlySpan<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Encoding.UTF8.GetBytes(kind));
        foreach (var part in parts)
        {
            Append(hash, part);
        }

        return new CacheKey(kind, [.. hash.GetHashAndReset()]);
    }

    private static void Append(IncrementalHash hash, byte[] part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
