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
public sealed record Contradiction
{
    /// <summary>The check that found it.</summary>
    public required Check Check { get; init; }

    /// <summary>The row that it is about; null for background figures.</summary>
    public required Indicator? Indicator { get; init; }

    /// <summary>The contradiction in one sentence, without locations.</summary>
    public required LocalizedText Message { get; init; }

    /// <summary>The contradicting entries, in the order of the table.</summary>
    public required ImmutableArray<ContradictionSide> Sides { get; init; }

    /// <summary>The contradiction as a warning at the location of its first side, for editors.</summary>
    public Diagnostic ToDiagnostic() => new(
        DiagnosticCatalog.FactsContradiction,
        Sides[0].Location,
        [Check.Id, Check.Title, Message, new(Listed(Language.Zh), Listed(Language.En))]);

    private string Listed(Language language) => string.Join(language == Language.Zh ? "；" : "; ", Sides.Select(p => p.Line(language)));
}
