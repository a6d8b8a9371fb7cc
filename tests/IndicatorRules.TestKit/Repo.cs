namespace IndicatorRules.TestKit;

/// <summary>The checkout that the tests run in.</summary>
internal static class Repo
{
    internal static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The shipped schemes.</summary>
    internal static string Plugins => In("plugins");

    /// <summary>The compile worker beside this assembly.</summary>
    internal static string Worker => Path.Combine(AppContext.BaseDirectory, "compiler");

    /// <summary>A file or folder by its path from the root.</summary>
    internal static string In(params string[] path) => Path.Combine([Root, .. path]);

    /// <summary>The facts of a sample.</summary>
    internal static string Sample(string name) => In("samples", name, "facts.json");

    /// <summary>All files below a folder, in ordinal order, without what builds made.</summary>
    internal static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(In(folder), pattern, SearchOption.AllDirectories).Where(f => !IsBuilt(f)).Order(StringComparer.Ordinal);

    /// <summary>The names of the folders in a folder, in ordinal order.</summary>
    internal static IEnumerable<string> Folders(string folder) =>
        Directory.EnumerateDirectories(In(folder)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);

    /// <summary>A path from the root, with forward slashes.</summary>
    internal static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static bool IsBuilt(string file) => Relative(file).Split('/').Any(part => part is "bin" or "obj");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "IndicatorRules.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
