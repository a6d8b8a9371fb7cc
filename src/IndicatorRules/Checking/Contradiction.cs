using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Checking;

/// <summary>One contradiction in the facts, with the entries that contradict each other. Immutable.</summary>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed class Contradiction
{
    /// <summary>The check that found it.</summary>
    public required Check Check { get; init; }

    /// <summary>The row that it is about; null for background figures.</summary>
    public required Indicator? Indicator { get; init; }

    /// <summary>The contradiction in one sentence, without locations.</summary>
    public required LocalizedText Message { get; init; }

    /// <summary>What to do about it, in one sentence.</summary>
    public required LocalizedText Remedy { get; init; }

    /// <summary>Whether evidence is missing (缺少佐证), rather than that figures contradict each other (数据矛盾).</summary>
    public required bool IsLack { get; init; }

    /// <summary>The contradicting entries, in the order of the table.</summary>
    public required ImmutableArray<ContradictionSide> Sides { get; init; }

    /// <summary>The contradiction as a warning at the location of its first side, for editors.</summary>
    public Diagnostic ToDiagnostic() => new(
        DiagnosticCatalog.FactsContradiction,
        Sides[0].Location,
        [Check.Id, Check.Title, Message, new(Listed(Language.Zh), Listed(Language.En))]);

    private string Listed(Language language) => string.Join(language == Language.Zh ? "；" : "; ", Sides.Select(p => p.Line(language)));
}

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
