using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>The overall conclusion of a report. Immutable.</summary>
public sealed class ConclusionReport
{
    /// <summary>Whether open verdicts leave something open, or the script failed.</summary>
    [JsonPropertyName("undetermined")]
    public required bool Undetermined { get; init; }

    /// <summary>The grade; null where it is open or the scheme has none.</summary>
    [JsonPropertyName("grade")]
    public required GradeReport? Grade { get; init; }

    /// <summary>The lowest grade that may come out; null where the scheme has none.</summary>
    [JsonPropertyName("leastGrade")]
    public required GradeReport? LeastGrade { get; init; }

    /// <summary>The highest grade that may come out; null where the scheme has none.</summary>
    [JsonPropertyName("mostGrade")]
    public required GradeReport? MostGrade { get; init; }

    /// <summary>The fewest points that may come out; null where the scheme gives none.</summary>
    [JsonPropertyName("leastPoints"), JsonConverter(typeof(FigureJson))]
    public required decimal? LeastPoints { get; init; }

    /// <summary>The most points that may come out; null where the scheme gives none.</summary>
    [JsonPropertyName("mostPoints"), JsonConverter(typeof(FigureJson))]
    public required decimal? MostPoints { get; init; }

    /// <summary>Points added or taken away by judgement; null where the facts name none.</summary>
    [JsonPropertyName("adjustments"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<AdjustmentReport>? Adjustments { get; init; }

    /// <summary>The ids of the indicators whose open verdicts decide.</summary>
    [JsonPropertyName("decidedBy")]
    public required ImmutableArray<string> DecidedBy { get; init; }

    /// <summary>Why, one sentence each.</summary>
    [JsonPropertyName("reasons")]
    public required ImmutableArray<string> Reasons { get; init; }

    internal static ConclusionReport Of(SchemeConclusion conclusion, Language language) => new()
    {
        Undetermined = conclusion.IsUndetermined,
        Grade = GradeReport.Of(conclusion.Grade, language),
        LeastGrade = GradeReport.Of(conclusion.LeastGrade, language),
        MostGrade = GradeReport.Of(conclusion.MostGrade, language),
        LeastPoints = conclusion.Points?.Low,
        MostPoints = conclusion.Points?.High,
        Adjustments = conclusion.Adjustments.IsEmpty ? null : [.. conclusion.Adjustments.Select(given => new AdjustmentReport
        {
            Id = given.Id,
            Name = conclusion.Plan.Adjustments.First(a => a.Id == given.Id).Name.In(language),
            Points = given.Points,
            Reason = given.Reason,
            Source = given.Source?.ToString(),
        })],
        DecidedBy = conclusion.DecidedBy,
        Reasons = [.. conclusion.Reasons(language)],
    };
}

/// <summary>A grade of a report. Immutable.</summary>
public sealed class GradeReport
{
    /// <summary>The grade's id.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The grade's name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    internal static GradeReport? Of(Grade? grade, Language language) =>
        grade is null ? null : new GradeReport { Id = grade.Id, Name = grade.Name.In(language) };
}

/// <summary>Points of a report that were added or taken away by judgement. Immutable.</summary>
public sealed class AdjustmentReport
{
    /// <summary>The adjustment's id.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The adjustment's name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The points added; negative where they are taken away.</summary>
    [JsonPropertyName("points"), JsonConverter(typeof(FigureJson))]
    public required decimal Points { get; init; }

    /// <summary>Why.</summary>
    [JsonPropertyName("reason")]
    public required string Reason { get; init; }

    /// <summary>Where it comes from; null when the facts do not say.</summary>
    [JsonPropertyName("source")]
    public required string? Source { get; init; }
}

/// <summary>The points of several rows together. Immutable.</summary>
public sealed class TotalReport
{
    /// <summary>The least that they earn.</summary>
    [JsonPropertyName("least"), JsonConverter(typeof(FigureJson))]
    public required decimal Least { get; init; }

    /// <summary>The most that they earn.</summary>
    [JsonPropertyName("most"), JsonConverter(typeof(FigureJson))]
    public required decimal Most { get; init; }

    /// <summary>What they can earn here.</summary>
    [JsonPropertyName("possible"), JsonConverter(typeof(FigureJson))]
    public required decimal Possible { get; init; }
}
