namespace IndicatorRules.Tests.Support;

/// <summary>Where the repository's own files are.</summary>
internal static class Repo
{
    internal static string Root { get; } = Find(AppContext.BaseDirectory);

    internal static string Plugins => Path.Combine(Root, "plugins");

    internal static string Corpus => Path.Combine(Root, "tests", "corpus", "facts");

    internal static string Worker => Path.Combine(AppContext.BaseDirectory, "compiler");

    internal static string Sample(string name) => Path.Combine(Root, "samples", name, "facts.json");

    private static string Find(string from)
    {
        var folder = new DirectoryInfo(from);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IndicatorRules.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException($"No IndicatorRules.sln above {from}.");
    }
}
