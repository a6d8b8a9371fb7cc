namespace IndicatorRules.Compiler.Tests.Support;

/// <summary>The files that the tests stand beside.</summary>
internal static class Repository
{
    private static readonly string Root = Above(AppContext.BaseDirectory);

    internal static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    internal static IEnumerable<string> Folders(string relative) => Directory.EnumerateDirectories(Path(relative))
        .Select(f => System.IO.Path.GetFileName(f)).Order(StringComparer.Ordinal);

    private static string Above(string folder) =>
        File.Exists(System.IO.Path.Combine(folder, "IndicatorRules.sln")) ? folder : Above(System.IO.Path.GetDirectoryName(folder)!);
}
