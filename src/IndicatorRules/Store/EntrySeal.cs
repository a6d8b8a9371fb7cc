using System.Security.Cryptography;
using System.Text;

namespace IndicatorRules.Scripting.Caching;

/// <summary>
/// Tells entries that this user's hosts wrote from all others: HMAC-SHA256 over kind, key and content. Immutable; safe on any thread.
/// </summary>
internal sealed class EntrySeal(byte[] secret)
{
    /// <summary>The length of a secret, in bytes.</summary>
    internal const int SecretLength = HMACSHA256.HashSizeInBytes;

    private const int Length = HMACSHA256.HashSizeInBytes;

    /// <summary>Of entries that came with the program and are trusted as it is: tells damage, not origin.</summary>
    internal static EntrySeal OfTheProgram { get; } = new("IndicatorRules: came with the program"u8.ToArray());

    /// <summary>The content with its seal before it.</summary>
    internal byte[] Close(CacheKey key, ReadOnlySpan<byte> content) => [.. Of(key, content), .. content];

    /// <summary>The content; false when it is not what was sealed under this very key.</summary>
    internal bool TryOpen(CacheKey key, ReadOnlyMemory<byte> entry, out ReadOnlyMemory<byte> content)
    {
        content = entry.Length < Length ? default : entry[Length..];
        return entry.Length >= Length && CryptographicOperations.FixedTimeEquals(entry.Span[..Length], Of(key, content.Span));
    }

    // Every part but the last has a fixed length or ends itself, so no two entries read alike.
    private byte[] Of(CacheKey key, ReadOnlySpan<byte> content)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, secret);
        hash.AppendData(Encoding.UTF8.GetBytes(key.Kind + '\0'));
        hash.AppendData(key.Hash.AsSpan());
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }
}
