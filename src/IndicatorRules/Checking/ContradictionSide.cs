using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Checking;

/// <summary>One of the entries that contradict each other. Immutable.</summary>
/// <param name="Name">The name of the entry: an indicator, an item, a background figure, a dated target.</param>
/// <param name="Said">The figure or words as handed in or printed.</param>
/// <param name="Source">Document, table and row; empty when the facts do not name them.</param>
/// <param name="Location">The line of the facts file or of the scheme.</param>
public sealed record ContradictionSide(LocalizedText Name, LocalizedText Said, string Source, Location Location)
{
    /// <summary>The side on one line: name, figure, source, line of the file.</summary>
    public string Line(Language language)
    {
        var (open, comma, close) = language == Language.Zh ? ("（", "，", "）") : (" (", ", ", ")");
        var where = Source.Length > 0 ? $"{Source}{comma}{Location}" : $"{Location}";
        return $"{Name.In(language)} {Said.In(language).Replace('\n', ' ')}".TrimEnd() + $"{open}{where}{close}";
    }
}
