using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using IndicatorRules.Contract;

namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>A problem that an author must fix or know (诊断): its kind, location and remedy. Immutable.</summary>
/// <param name="Descriptor">The kind.</param>
/// <param name="Location">The location.</param>
/// <param name="Arguments">The values for the message's placeholders.</param>
/// <param name="Suggestion">The word that was probably meant; null without a good guess.</param>
[JsonConverter(typeof(DiagnosticJson))]
[TypeConverter(typeof(DiagnosticText))]
public sealed record Diagnostic(
    DiagnosticDescriptor Descriptor,
    Location Location,
    ImmutableArray<LocalizedText> Arguments,
    string? Suggestion = null)
{
    /// <summary>The kind's id.</summary>
    public string Id => Descriptor.Id;

    /// <summary>Whether it is an error or a warning.</summary>
    public Severity Severity => Descriptor.Severity;

    /// <summary>
    /// The entry of the facts that the diagnostic is about: <c>2022/farm-waste/Straw</c> for an item, <c>2022/farm-waste</c>,
    /// <c>2022/background/gdp</c>, <c>2022</c>, <c>place/Terrain</c>, <c>place</c>, or another field of the file such as <c>scheme</c>;
    /// null for diagnostics that are about no entry, such as those of schemes. A key for the <c>errors</c> of a problem document
    /// (RFC 9457).
    /// </summary>
    public string? Path => Location.Entry;

    /// <summary>The message in one language, on one line, with unprintable characters escaped.</summary>
    public string Message(Language language) => Location.Cell is { } cell
        ? $"{VisibleText.OneLine(cell.In(language))}{(language == Language.Zh ? "：" : ": ")}{Filled(Descriptor.Message, language)}"
        : Filled(Descriptor.Message, language);

    /// <summary>The remedy in one language, with the suggestion if there is one, on one line.</summary>
    public string Help(Language language)
    {
        var help = Filled(Descriptor.Help, language);
        var suggestion = VisibleText.OneLine(VisibleText.Argument(Suggestion ?? ""));
        return Suggestion is null ? help
            : language == Language.Zh ? $"是否想写 `{suggestion}`？{help}"
            : $"Did you mean `{suggestion}`? {help}";
    }

    /// <summary>The form that editors link to a location: <c>file(line,col): error IR2004: message help</c>.</summary>
    public string Format(Language language)
    {
        var severity = Severity == Severity.Error ? "error" : "warning";
        var space = language == Language.Zh ? "" : " ";
        return $"{VisibleText.OneLine($"{Location}")}: {severity} {Id}: {Message(language)}{space}{Help(language)}".TrimEnd();
    }

    private string Filled(LocalizedText text, Language language) => VisibleText.OneLine(string.Format(
        CultureInfo.InvariantCulture, text.In(language), [.. Arguments.Select(a => VisibleText.Argument(a.In(language)))]));

    /// <inheritdoc/>
    public bool Equals(Diagnostic? other) => other is not null && Id == other.Id && Location == other.Location
        && Suggestion == other.Suggestion && Arguments.SequenceEqual(other.Arguments);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Location, Suggestion);

    /// <inheritdoc/>
    public override string ToString() => Format(Language.En);
}
