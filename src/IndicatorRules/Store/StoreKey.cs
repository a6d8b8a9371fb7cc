using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Protocol;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Store;

/// <summary>Identifies a stored file by everything that decides its content, this program included. Immutable.</summary>
/// <param name="Kind">The kind of content; also the extension of the file.</param>
/// <param name="Hash">A SHA-256.</param>
internal sealed record StoreKey(string Kind, ImmutableArray<byte> Hash)
{
    internal const string Bundle = "bundle";

    internal const string Image = "image";

    // A deterministic build derives a module's version from all its content, embedded lists and limits included.
    private static readonly string[] Program =
    [
        .. new[] { typeof(Verdict), typeof(CompileRequest), typeof(Scheme), typeof(StoreKey) }.Select(t => $"{t.Module.ModuleVersionId}"),
    ];

    internal string FileName => $"{Convert.ToHexStringLower(Hash.AsSpan())}.{Kind}";

    /// <summary>The key of a kind over the given parts; order and length of each count.</summary>
    internal static StoreKey Of(string kind, params IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (string[])[kind, .. Program, .. parts])
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(bytes.Length));
            hash.AppendData(bytes);
        }

        return new StoreKey(kind, [.. hash.GetHashAndReset()]);
    }
}
