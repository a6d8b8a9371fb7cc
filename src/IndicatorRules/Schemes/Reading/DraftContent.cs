using System.Security.Cryptography;
using System.Text;

namespace IndicatorRules.Schemes.Reading;

/// <summary>The line ends of a file.</summary>
internal enum LineEnds
{
    /// <summary>As they are.</summary>
    AsTheyAre,

    /// <summary>Line feeds.</summary>
    Unix,

    /// <summary>Carriage returns with line feeds.</summary>
    Windows,
}

/// <summary>The bytes of a draft's files, which determine its hash.</summary>
internal sealed class DraftContent(ReadOnlyMemory<byte> scheme, IReadOnlyDictionary<string, byte[]> rules)
{
    /// <summary>The size of scheme.json in bytes.</summary>
    internal int SchemeBytes => scheme.Length;

    /// <summary>SHA-256 over scheme.json and all rule files read, including their names.</summary>
    internal string Hash() => Hash(LineEnds.AsTheyAre, LineEnds.AsTheyAre);

    /// <summary>The line ends with which the files would have a hash; null if they differ in more than line ends.</summary>
    internal LineEnds? EndsFor(string hash)
    {
        foreach (var ofScheme in Enum.GetValues<LineEnds>())
        {
            foreach (var ofRules in Enum.GetValues<LineEnds>())
            {
                if (Hash(ofScheme, ofRules) == hash)
                {
                    return ofScheme == LineEnds.AsTheyAre ? ofRules : ofScheme;
                }
            }
        }

        return null;
    }

    private string Hash(LineEnds ofScheme, LineEnds ofRules)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(HexOf(scheme.Span, ofScheme)));
        foreach (var name in rules.Keys.Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"\n{name} {HexOf(rules[name], ofRules)}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string HexOf(ReadOnlySpan<byte> bytes, LineEnds ends)
    {
        if (ends == LineEnds.AsTheyAre)
        {
            return Convert.ToHexStringLower(SHA256.HashData(bytes));
        }

        var written = new List<byte>(bytes.Length);
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == '\r' && (i + 1 == bytes.Length || bytes[i + 1] == '\n'))
            {
                continue;
            }

            if (bytes[i] == '\n' && ends == LineEnds.Windows)
            {
                written.Add((byte)'\r');
            }

            written.Add(bytes[i]);
        }

        return Convert.ToHexStringLower(SHA256.HashData([.. written]));
    }
}
