using System.Security.Cryptography;
using System.Text;

namespace IndicatorRules.Schemes.Reading;

/// <summary>Tells whether a plugin's folder still holds what was read from it: by content, as clocks of file systems are too coarse.</summary>
internal static class PluginFingerprint
{
    /// <summary>SHA-256 over the names in the folder and one level below, and over scheme.json and every script; null when they cannot be read now.</summary>
    internal static string? Of(string folder)
    {
        try
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var entry in Entries(new DirectoryInfo(folder), depth: 1))
            {
                var name = Path.GetRelativePath(folder, entry.FullName).Replace('\\', '/');
                hash.AppendData(Encoding.UTF8.GetBytes($"\n{name} {entry.LinkTarget} "));
                if (entry is FileInfo file && file.LinkTarget is null && (name == SchemeReader.FileName || file.Extension == ".csx"))
                {
                    hash.AppendData(SHA256.HashData(File.ReadAllBytes(file.FullName)));
                }
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody is writing there; whoever reads next will say what is wrong.
            return null;
        }
    }

    private static IEnumerable<FileSystemInfo> Entries(DirectoryInfo folder, int depth)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            yield return entry;
            if (depth > 0 && entry is DirectoryInfo { LinkTarget: null } below)
            {
                foreach (var inner in Entries(below, depth - 1))
                {
                    yield return inner;
                }
            }
        }
    }
}
