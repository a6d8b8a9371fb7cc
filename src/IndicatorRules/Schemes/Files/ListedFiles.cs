namespace IndicatorRules.Schemes.Files;

/// <summary>The files of a folder that people put there: what systems and editors leave beside them is passed over.</summary>
internal static class ListedFiles
{
    private static readonly string[] OfSystems = ["Thumbs.db", "desktop.ini"];

    /// <summary>
    /// Whether a name is one that a system or an editor makes for itself: <c>._x</c>, <c>.x</c>, <c>~$x</c>, <c>Thumbs.db</c>.
    /// </summary>
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

    /// <summary>The files of one kind directly in a folder, in ordinal order.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="extension">The end of their names, with its point; its case does not matter.</param>
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
