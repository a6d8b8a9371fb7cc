namespace IndicatorRules.Benchmarks.Attacks;

/// <summary>The attempts in a folder: every scheme folder, and every .csx that belongs to none.</summary>
internal static class Attempts
{
    internal static IReadOnlyList<string> In(string directory)
    {
        var schemes = Directory.EnumerateFiles(directory, "scheme.json", SearchOption.AllDirectories)
            .Select(f => Path.GetDirectoryName(f)!).ToList();
        var scripts = Directory.EnumerateFiles(directory, "*.csx", SearchOption.AllDirectories)
            .Where(f => !schemes.Exists(s => f.StartsWith(s + Path.DirectorySeparatorChar, StringComparison.Ordinal)));
        return [.. schemes.Concat(scripts).Order(StringComparer.Ordinal)];
    }
}
