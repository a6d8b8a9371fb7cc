using System.Security.Cryptography;
using System.Text;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Schemes.Reading;

/// <summary>
/// Tells whether a plugin's folder still holds what was read from it: by content, as clocks of file systems are too coarse.
/// </summary>
internal static class PluginFingerprint
{
    /// <summary>
    /// SHA-256 over the names in the folder and one level below, and over scheme.json and every script; null when they cannot be read now.
    /// </summary>
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
        string[] entries;
        try
        {
            entries = [.. Directory.EnumerateFileSystemEntries(folder).Take(PluginCaps.Files + 1)];
        }
        catch (UnauthorizedAccessException)
        {
            Note("unreadable", hash);
            return;
        }

        if (entries.Length > PluginCaps.Files)
        {
            // Refused whatever they are, and which come first is not known.
            Note("too many", hash);
            return;
        }

        Array.Sort(entries, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var name = before + Path.GetFileName(entry);
            var kind = File.GetAttributes(entry);
            var link = (kind & FileAttributes.ReparsePoint) == 0 ? null : new FileInfo(entry).LinkTarget;
            Note(name + " " + link + " ", hash);
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

    // No more of a file than a reader takes: what is longer is refused for its length.
    private static void AddContent(string file, string name, IncrementalHash hash)
    {
        var most = name == SchemeReader.FileName ? PluginCaps.SchemeBytes : name.EndsWith(".csx", StringComparison.Ordinal) ? PluginCaps.RuleFileBytes : -1;
        if (most < 0)
        {
            return;
        }

        try
        {
            using var content = PlainFile.Open(file);
            if (content.Length > most)
            {
                Note($"too long {content.Length}", hash);
            }
            else
            {
                hash.AppendData(SHA256.HashData(content));
            }
        }
        catch (Exception e) when (e is NotPlainFileException or UnauthorizedAccessException)
        {
            Note("unreadable", hash);
        }
    }

    private static void Note(string words, IncrementalHash hash) => hash.AppendData(Encoding.UTF8.GetBytes("\n" + words));
}
