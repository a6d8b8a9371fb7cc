using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>The JSON report of an assessment as objects: what a program sends, stores and reads back. Immutable.</summary>
/// <remarks>
/// Holds names and sentences in one language, and neither paths of the server nor sources of rules. Any options of System.Text.Json write
/// and read the fields of <c>assessment.schema.json</c>, so it can be returned from a web API. Reading ignores fields of newer versions; a
/// missing field, an unknown status or a number that a decimal cannot hold exactly is a <see cref="JsonException"/>.
/// </remarks>
/// <example><code>
/// return AssessmentReport.Of(assessment, Language.En);
/// </code></example>
[TypeConverter(typeof(SystemTextJsonOnly))]
public sealed class AssessmentReport
{
    /// <summary>The name of the JSON schema.</summary>
    [JsonPropertyName("$schema")]
    public string Schema { get; } = "assessment.schema.json";

    /// <summary>The scheme's id.</summary>
    [JsonPropertyName("scheme")]
    public required string Scheme { get; init; }

    /// <summary>The scheme's version.</summary>
    [JsonPropertyName("version")]
    public required string Version { get; init; }

    /// <summary>The scheme's title.</summary>
    [JsonPropertyName("title")]
    public required string Title { get; init; }

    /// <summary>The place judged.</summary>
    [JsonPropertyName("place")]
    public required PlaceName Place { get; init; }

    /// <summary>The year judged.</summary>
    [JsonPropertyName("year")]
    public required int Year { get; init; }

    /// <summary>The evidence that counted.</summary>
    [JsonPropertyName("evidence"), JsonConverter(typeof(WordJson<Evidence>))]
    public required Evidence Evidence { get; init; }

    /// <summary>SHA-256 of the facts file; empty for facts built in code.</summary>
    [JsonPropertyName("factsHash")]
    public required string FactsHash { get; init; }

    /// <summary>The facts' words about themselves, such as that they are invented; null when none. Show them.</summary>
    [JsonPropertyName("note"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>The scheme and all its upper schemes.</summary>
    [JsonPropertyName("schemes")]
    public required ImmutableArray<SchemeReport> Schemes { get; init; }

    /// <summary>The counts.</summary>
    [JsonPropertyName("summary")]
    public required SummaryReport Summary { get; init; }

    /// <summary>The overall conclusion; null where the scheme has none.</summary>
    [JsonPropertyName("conclusion"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ConclusionReport? Conclusion { get; init; }

    /// <summary>The verdicts, in order of their numbers.</summary>
    [JsonPropertyName("indicators")]
    public required ImmutableArray<IndicatorReport> Indicators { get; init; }

    /// <summary>The verdicts on groups of rows, in the table's order; null where the scheme has none.</summary>
    [JsonPropertyName("groups"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<IndicatorReport>? Groups { get; init; }

    /// <summary>
    /// How System.Text.Json writes and reads a report without reflection, for applications that are trimmed or name their types to the
    /// serializer: <c>options.TypeInfoResolverChain.Add(AssessmentReport.JsonTypeInfo.OriginatingResolver!)</c>.
    /// </summary>
    public static JsonTypeInfo<AssessmentReport> JsonTypeInfo => ReportJson.Indented.AssessmentReport;

    /// <summary>The report of an assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="language">The language of names and reasons.</param>
    public static AssessmentReport Of(Assessment assessment, Language language)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var scheme = assessment.Scheme;
        var groups = assessment.Indicators.Where(IsGroup).Select(v => IndicatorReport.Of(v, scheme, language)).ToImmutableArray();
        return new AssessmentReport
        {
            Scheme = scheme.Id,
            Version = $"{scheme.Version}",
            Title = scheme.Title.In(language),
            Place = new PlaceName { Code = assessment.Place.Code, Name = assessment.Place.Name },
            Year = assessment.Year,
            Evidence = assessment.Evidence,
            FactsHash = assessment.FactsHash,
            Note = assessment.Note.Length > 0 ? assessment.Note : null,
            Schemes = [.. scheme.Lineage().Select(s => new SchemeReport { Id = s.Id, Version = $"{s.Version}", Hash = s.Hash })],
            Summary = SummaryReport.Of(assessment.Summary, scheme, language),
            Conclusion = assessment.Conclusion is { } conclusion ? ConclusionReport.Of(conclusion, language) : null,
            Indicators = [.. assessment.Indicators.Where(v => !IsGroup(v)).Select(v => IndicatorReport.Of(v, scheme, language))],
            Groups = groups.IsEmpty ? null : groups,
        };
    }

    /// <summary>Reads a report that <see cref="ToJson"/> or a report writer wrote.</summary>
    /// <param name="json">One JSON object.</param>
    /// <exception cref="JsonException">It is not a report.</exception>
    public static AssessmentReport Parse(string json) =>
        JsonSerializer.Deserialize(json, JsonTypeInfo) ?? throw new JsonException("A report is an object.");

    /// <inheritdoc cref="Parse(string)"/>
    /// <param name="utf8Json">One JSON object in UTF-8.</param>
    public static AssessmentReport Parse(ReadOnlySpan<byte> utf8Json) =>
        JsonSerializer.Deserialize(utf8Json, JsonTypeInfo) ?? throw new JsonException("A report is an object.");

    /// <summary>The report as JSON, as the writer of <see cref="ReportFormat.Json"/> writes it.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, JsonTypeInfo) + "\n";

    private static bool IsGroup(IndicatorVerdict verdict) => verdict.Indicator.Combines is { IsGroup: true };
}

/// <summary>The place of a report. Immutable.</summary>
public sealed class PlaceName
{
    /// <summary>A code that identifies the place.</summary>
    [JsonPropertyName("code")]
    public required string Code { get; init; }

    /// <summary>The place's name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }
}

/// <summary>A scheme that a report rests on. Immutable.</summary>
public sealed class SchemeReport
{
    /// <summary>The scheme's id.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The scheme's version.</summary>
    [JsonPropertyName("version")]
    public required string Version { get; init; }

    /// <summary>SHA-256 of the scheme's files.</summary>
    [JsonPropertyName("hash")]
    public required string Hash { get; init; }
}
