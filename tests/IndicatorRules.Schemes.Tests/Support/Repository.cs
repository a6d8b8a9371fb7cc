namespace IndicatorRules.Schemes.Tests.Support;

/// <summary>The files that the tests stand beside.</summary>
internal static class Repository
{
    internal static string Root { get; } = Above(AppContext.BaseDirectory);

    internal static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    internal static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path(folder), pattern).Select(f => System.IO.Path.GetRelativePath(Root, f)).Order(StringComparer.Ordinal);

    private static string Above(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "IndicatorRules.sln")) ? folder : Above(System.IO.Path.GetDirectoryName(folder)!);
}
