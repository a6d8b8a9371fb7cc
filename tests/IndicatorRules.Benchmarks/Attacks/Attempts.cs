namespace IndicatorRules.Benchmarks.Attacks;

/// <summary>The attempts in a folder: every scheme folder, every .csx that belongs to none, every recipe, image and table.</summary>
internal static class Attempts
{
    internal static IReadOnlyList<string> In(string directory)
    {
        var schemes = Directory.EnumerateFiles(directory, "scheme.json", SearchOption.AllDirectories)
            .Select(f => Path.GetDirectoryName(f)!).ToList();
        var scripts = Directory.EnumerateFiles(directory, "*.csx", SearchOption.AllDirectories)
            .Where(f => !schemes.Exists(s => f.StartsWith(s + Path.DirectorySeparatorChar, StringComparison.Ordinal)));
        var recipes = Directory.EnumerateFiles(directory, "*.json", SearchOption.AllDirectories)
            .Where(f => IsRecipe(f) && !schemes.Exists(s => f.StartsWith(s + Path.DirectorySeparatorChar, StringComparison.Ordinal)));
        var others = Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Where(f => IsImage(f) || IsTable(f));
        return [.. schemes.Concat(scripts).Concat(recipes).Concat(others).Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether an attempt is made from a few words: <c>name.ID.json</c>.</summary>
    internal static bool IsRecipe(string attempt) => attempt.EndsWith(".json", StringComparison.Ordinal)
        && (Recipe.ExpectedBy(attempt) == Recipe.Works || Recipe.ExpectedBy(attempt).StartsWith("IR", StringComparison.Ordinal));

    /// <summary>Whether an attempt is an image, as a compiler that was taken over would hand it in.</summary>
    internal static bool IsImage(string attempt) => attempt.EndsWith(".dll", StringComparison.Ordinal);

    /// <summary>Whether an attempt is a table of facts.</summary>
    internal static bool IsTable(string attempt) => Path.GetExtension(attempt) is ".csv" or ".parquet";
}
