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
            Add(folder, "", hash);
            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody is writing there; whoever reads next will say what is wrong.
            return null;
        }
    }

    private static void Add(string folder, string before, IncrementalHash hash)
    {
        var entries = Directory.GetFileSystemEntries(folder);
        Array.Sort(entries, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var name = before + Path.GetFileName(entry);
            var kind = File.GetAttributes(entry);
            var link = (kind & FileAttributes.ReparsePoint) == 0 ? null : new FileInfo(entry).LinkTarget;
            hash.AppendData(Encoding.UTF8.GetBytes("\n" + name + " " + link + " "));
            if (link is not null)
            {
                continue;
            }

            if ((kind & FileAttributes.Directory) == 0)
            {
                AddContent(entry, name, hash);
            }
            else if (before.Length == 0)
            {
                Add(entry, name + "/", hash);
            }
        }
    }

    private static void AddContent(string file, string name, IncrementalHash hash)
    {
        if (name == SchemeReader.FileName || name.EndsWith(".csx", StringComparison.Ordinal))
        {
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
        }
    }
}
