using IndicatorRules.Conventions.Support;

namespace IndicatorRules.Benchmarks.Attacks;

/// <summary>The attempts in a folder: every scheme folder, every .csx that belongs to none, and every recipe.</summary>
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
        return [.. schemes.Concat(scripts).Concat(recipes).Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether an attempt is made from a few words: <c>name.ID.json</c>.</summary>
    internal static bool IsRecipe(string attempt) => attempt.EndsWith(".json", StringComparison.Ordinal)
        && (Recipe.ExpectedBy(attempt) == Recipe.Works || Recipe.ExpectedBy(attempt).StartsWith("IR", StringComparison.Ordinal));
}
