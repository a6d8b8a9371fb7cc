namespace IndicatorRules.Schemes.Files;

/// <summary>Lists the files of a folder, without those that systems and editors create.</summary>
internal static class ListedFiles
{
    private static readonly string[] OfSystems = ["Thumbs.db", "desktop.ini"];

    /// <summary>Whether a system or editor created the file: <c>._x</c>, <c>.x</c>, <c>~$x</c>, <c>Thumbs.db</c>.</summary>
    internal static bool IsHidden(ReadOnlySpan<char> name)
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

    /// <summary>The files in a folder with a file extension, in ordinal order, without subfolders.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="extension">The file extension, including the dot. Case is ignored.</param>
    internal static string[] In(string folder, string extension)
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
}
