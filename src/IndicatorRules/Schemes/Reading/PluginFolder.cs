using System.Text.Json;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Schemes.Reading;

/// <summary>Finds plugin folders and reads one alone, without its upper schemes.</summary>
public static class PluginFolder
{
    /// <summary>The file that makes a folder a plugin.</summary>
    public const string SchemeFile = "scheme.json";

    private static readonly JsonReaderOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    // Only these are read, and nothing deeper.
    private static readonly string[] Folders = ["", "rules", "cases"];

    // In a mounted ConfigMap or Secret of Kubernetes all entries are links into this one, itself a link to the content in force beside it.
    private const string Mount = "..data";

    /// <summary>The plugin folders in a directory, in ordinal order; the directory itself if it is a plugin folder.</summary>
    /// <remarks>
    /// Of a plugin on a mounted ConfigMap or Secret of Kubernetes, the folder is its <c>..data</c>, which is replaced whole by an update.
    /// </remarks>
    /// <exception cref="IOException">The directory cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The user may not read it.</exception>
    public static IReadOnlyList<string> In(string directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        if (directory.Length == 0)
        {
            throw new DirectoryNotFoundException();
        }

        if (HoldsScheme(directory))
        {
            return [Content(directory)];
        }

        var plugins = new List<string>(Directory.GetDirectories(directory));
        plugins.RemoveAll(d => PlainFile.IsHidden(Path.GetFileName(d.AsSpan())) || !HoldsScheme(d));
        plugins.Sort(StringComparer.Ordinal);
        return [.. plugins.Select(Content)];
    }

    /// <summary>The id in a plugin's <c>scheme.json</c>, read without the rest of the file; null if there is none.</summary>
    public static string? IdOf(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        try
        {
            ReadOnlySpan<byte> text = PlainFile.Read(Path.Combine(folder, SchemeFile), PluginCaps.SchemeBytes);
            var reader = new Utf8JsonReader(text.StartsWith("\uFEFF"u8) ? text[3..] : text, Lenient);
            reader.Read();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var isId = reader.ValueTextEquals("id"u8);
                reader.Read();
                if (isId)
                {
                    return reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                }

                reader.Skip();
            }

            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Reads a plugin's scheme. Its upper schemes are not resolved and no rule is compiled.</summary>
    public static Result<SchemeOutline> Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var read = SchemeReader.Read(folder);
        return new(read.Value is { } draft ? new SchemeOutline(draft) : null, read.Diagnostics);
    }

    /// <summary>Adds links, special files, reserved names and names that differ in case alone.</summary>
    internal static void Validate(string folder, DiagnosticBag bag)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in Folders)
        {
            var within = Path.Combine(folder, part);
            foreach (var entry in Entries(within, part, bag))
            {
                if (PlainFile.IsHidden(Path.GetFileName(entry.AsSpan())))
                {
                    continue;
                }

                var name = part.Length == 0 ? Path.GetFileName(entry) : $"{part}/{Path.GetFileName(entry)}";
                Validate(entry, name, new Location(Path.Combine(folder, name)), seen, bag);
            }

            if (seen.Count > PluginCaps.Files)
            {
                bag.Add(DiagnosticCatalog.FolderTooFull, new Location(folder), folder, $"{PluginCaps.Files}");
                return;
            }
        }
    }

    private static void Validate(string entry, string name, Location location, Dictionary<string, string> seen, DiagnosticBag bag)
    {
        if (new FileInfo(entry).LinkTarget is not null)
        {
            bag.Add(DiagnosticCatalog.PluginLink, location, name);
        }
        else if (PlainFile.IsSpecial(entry))
        {
            bag.Add(DiagnosticCatalog.NotPlainFile, location, name);
        }

        if (PlainFile.IsReservedName(Path.GetFileName(entry)))
        {
            bag.Add(DiagnosticCatalog.DeviceNamed, location, name);
        }

        if (!seen.TryAdd(name, name))
        {
            bag.Add(DiagnosticCatalog.PluginCaseClash, location, seen[name], name);
        }
    }

    private static string[] Entries(string within, string part, DiagnosticBag bag)
    {
        try
        {
            // One more than allowed, to detect an excess.
            string[] entries = [.. Directory.EnumerateFileSystemEntries(within).Take(PluginCaps.Files + 1)];
            Array.Sort(entries, StringComparer.Ordinal);
            return entries;
        }
        catch (DirectoryNotFoundException) when (part.Length > 0)
        {
            return [];
        }
        catch (IOException) when (part.Length > 0 && File.Exists(within))
        {
            // A file with the name of a folder is ignored.
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            bag.Add(DiagnosticCatalog.FolderNotReadable, new Location(within), within);
            return [];
        }
    }

    // A link that leads out of the folder is not followed; its entries are rejected as links.
    private static string Content(string folder)
    {
        var mount = Path.Combine(folder, Mount);
        return new FileInfo(mount).LinkTarget is { } content && content == Path.GetFileName(content) && content is not (".." or ".")
            ? mount
            : folder;
    }

    private static bool HoldsScheme(string folder) => File.Exists(Path.Combine(folder, SchemeReader.FileName));
}
