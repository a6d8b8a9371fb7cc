namespace IndicatorRules.Conventions.Support;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repo
{
    internal static string Root { get; } = Find(AppContext.BaseDirectory);

    internal static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    internal static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "IndicatorRules.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
