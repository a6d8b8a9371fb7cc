namespace IndicatorRules.Scripting.Images;

/// <summary>The closed list of what compiled rules may reference: types, and members by exact signature.</summary>
internal static class ImageAllowList
{
    private static readonly string[] Lines = Read();

    /// <summary>Types by full name, without <c>T:</c>.</summary>
    internal static IReadOnlySet<string> Types { get; } = Of("T:");

    /// <summary>Members as <c>type::name signature</c>, without <c>M:</c>.</summary>
    internal static IReadOnlySet<string> Members { get; } = Of("M:");

    private static HashSet<string> Of(string kind) =>
        Lines.Where(l => l.StartsWith(kind, StringComparison.Ordinal)).Select(l => l[kind.Length..]).ToHashSet(StringComparer.Ordinal);

    private static string[] Read()
    {
        using var stream = typeof(ImageAllowList).Assembly.GetManifestResourceStream("image.allowed.txt")
            ?? throw new InvalidOperationException("The host carries no list of what images may hold.");
        using var text = new StreamReader(stream);
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
