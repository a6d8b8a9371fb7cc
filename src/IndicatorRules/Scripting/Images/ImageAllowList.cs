using System.Collections.Frozen;

namespace IndicatorRules.Scripting.Images;

/// <summary>The closed list of what compiled rules refer to: types, and members by exact signature.</summary>
internal static class ImageAllowList
{
    private static readonly string[] Lines = Read();

    /// <summary>Types by full name, with <c>T:</c> left out.</summary>
    internal static FrozenSet<string> Types { get; } = Lines.Where(l => l.StartsWith("T:", StringComparison.Ordinal)).Select(l => l[2..]).ToFrozenSet();

    /// <summary>Members as <c>type::name signature</c>, with <c>M:</c> left out.</summary>
    internal static FrozenSet<string> Members { get; } = Lines.Where(l => l.StartsWith("M:", StringComparison.Ordinal)).Select(l => l[2..]).ToFrozenSet();

    private static string[] Read()
    {
        using var stream = typeof(ImageAllowList).Assembly.GetManifestResourceStream("image.allowed.txt")
            ?? throw new InvalidOperationException("The host carries no list of what images may hold.");
        using var text = new StreamReader(stream);
        return text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
