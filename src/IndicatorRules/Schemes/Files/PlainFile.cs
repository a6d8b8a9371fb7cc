using System.Globalization;

namespace IndicatorRules.Schemes.Files;

/// <summary>Reads folders that others fill: which files in them count, and which names and kinds of file are safe to open.</summary>
/// <remarks>A link counts as what it points to. Pipes and devices are rejected, since they could block a reader for ever.</remarks>
public static class PlainFile
{
    private static readonly string[] OfSystems = ["Thumbs.db", "desktop.ini"];

    // Devices on Windows, whatever follows the first point; and COM0 to COM9, LPT0 to LPT9.
    private static readonly HashSet<string> Reserved =
        new(["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The files of one kind directly in a folder, in ordinal order, without hidden ones.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="extension">The end of their names, with its point; case is ignored.</param>
    public static string[] In(string folder, string extension)
    {
        var files = new List<string>();
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            if (!IsHidden(Path.GetFileName(file.AsSpan())) && file.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
            {
                files.Add(file);
            }
        }

        files.Sort(StringComparer.Ordinal);
        return [.. files];
    }

    /// <summary>
    /// Whether a name is one that a system or an editor makes for itself: <c>._x</c>, <c>.x</c>, <c>~$x</c>, <c>Thumbs.db</c>.
    /// </summary>
    public static bool IsHidden(ReadOnlySpan<char> name)
    {
        if (name.StartsWith('.') || name.StartsWith("~$"))
        {
            return true;
        }

        foreach (var other in OfSystems)
        {
            if (name.Equals(other, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a name is valid on every system and means the same file on each.</summary>
    public static bool IsPortableName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length > 0 && name[0] is not ('.' or ' ') && name[^1] is not ('.' or ' ')
            && !IsReservedName(name)
            && name.IndexOfAny(['<', '>', ':', '"', '|', '?', '*', '\\', '/', '%', '#', '~']) < 0
            && name.All(IsPlain);
    }

    /// <summary>Whether Windows reserves the name for a device.</summary>
    public static bool IsReservedName(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var device = name.Split('.')[0].TrimEnd();
        return Reserved.Contains(device)
            || (device.Length == 4 && "0123456789¹²³".Contains(device[3], StringComparison.Ordinal)
                && (device.StartsWith("COM", StringComparison.OrdinalIgnoreCase)
                    || device.StartsWith("LPT", StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Whether the path names neither a file nor a folder, but a pipe, a device or a socket.</summary>
    public static bool IsSpecial(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return path.Length > 0 && FileStatus.Of(path) is { Kind: FileKind.Stream or FileKind.Other };
    }

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="IOException">It is a pipe, a device or a socket, or cannot be opened.</exception>
    public static FileStream Open(string path) => IsSpecial(path)
        ? throw new NotPlainFileException(path)
        : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);

    /// <summary>Reads a whole file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="most">The most bytes that are expected. Of a longer file one byte more is read, so that the caller can see it.</param>
    /// <inheritdoc cref="Open"/>
    public static byte[] Read(string path, long most)
    {
        using var file = Open(path);
        var bytes = new byte[Math.Min(file.Length, most + 1)];
        file.ReadExactly(bytes);
        return bytes;
    }

    private static bool IsPlain(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}

/// <summary>The path names a pipe, a device or a socket instead of a file.</summary>
internal sealed class NotPlainFileException(string path) : IOException($"`{path}` is not a plain file.");
