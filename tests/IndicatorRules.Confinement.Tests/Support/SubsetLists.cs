namespace IndicatorRules.Confinement.Tests.Support;

/// <summary>The compiler's lists as they stand in the sources.</summary>
internal static class SubsetLists
{
    internal static HashSet<string> Lines(string name) =>
        [.. File.ReadLines(Repo.In("src/IndicatorRules.Compiler/Subset", name)).Where(l => l.Length > 0)];
}
