using System.Security.Cryptography;
using System.Text;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Schemes.Reading;

/// <summary>Identifies the state of a plugin's folder by content, since file timestamps are too coarse.</summary>
internal static class PluginFingerprint
{
    /// <summary>
    /// SHA-256 over the names in the folder and its direct subfolders and over scheme.json and all scripts; null if it cannot be read now.
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
            // The folder is being modified. The next reader reports what is wrong.
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
            // Too many files are rejected anyway, and which come first is undefined.
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

    // Skips a file beyond the reader's limit, which is rejected for its size.
    private static void AddContent(string file, string name, IncrementalHash hash)
    {
        var most = name == SchemeReader.FileName ? PluginCaps.SchemeBytes
            : name.EndsWith(".csx", StringComparison.Ordinal) ? PluginCaps.RuleFileBytes
            : -1;
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
