using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>The counts of a report. Immutable.</summary>
public sealed class SummaryReport
{
    /// <summary>The number of all indicators that count.</summary>
    [JsonPropertyName("total")]
    public required int Total { get; init; }

    /// <summary>达标.</summary>
    [JsonPropertyName("met")]
    public required int Met { get; init; }

    /// <summary>未达标.</summary>
    [JsonPropertyName("notMet")]
    public required int NotMet { get; init; }

    /// <summary>不适用.</summary>
    [JsonPropertyName("notApplicable")]
    public required int NotApplicable { get; init; }

    /// <summary>无法判定.</summary>
    [JsonPropertyName("undetermined")]
    public required int Undetermined { get; init; }

    /// <summary>The number that rest on a claim.</summary>
    [JsonPropertyName("declared")]
    public required int Declared { get; init; }

    /// <summary>The counts by the scheme's own way of counting.</summary>
    [JsonPropertyName("asReported")]
    public required TallyReport AsReported { get; init; }

    /// <summary>The counts of binding and of reference indicators.</summary>
    [JsonPropertyName("byForce")]
    public required ForceReport ByForce { get; init; }

    /// <summary>The counts of each kind of rows, by <see cref="CountsReport.Id"/>; null where the scheme names no kinds.</summary>
    [JsonPropertyName("byKind"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<CountsReport>? ByKind { get; init; }

    /// <summary>The counts of each domain, by <see cref="CountsReport.Domain"/>.</summary>
    [JsonPropertyName("byDomain")]
    public required ImmutableArray<CountsReport> ByDomain { get; init; }

    /// <summary>The counts of the targets of each stage that is due, by <see cref="CountsReport.Id"/>; empty where none is.</summary>
    [JsonPropertyName("dueStages")]
    public ImmutableArray<CountsReport> DueStages { get; init; } = [];

    internal static SummaryReport Of(Summary summary, Scheme scheme, Language language) => new()
    {
        Total = summary.All.Total,
        Met = summary.All.Met,
        NotMet = summary.All.NotMet,
        NotApplicable = summary.All.NotApplicable,
        Undetermined = summary.All.Undetermined,
        Declared = summary.All.Declared,
        AsReported = new TallyReport { Met = summary.ReportedMet, NotMet = summary.ReportedNotMet },
        ByForce = new ForceReport { Binding = CountsReport.Of(summary.Binding), Reference = CountsReport.Of(summary.Reference) },
        ByKind = scheme.NamesKinds
            ? [.. summary.ByKind.Select(k => CountsReport.Of(k.Counts, k.Kind.Id, k.Kind.Name.In(language), counted: k.Kind.Counted))]
            : null,
        ByDomain = [.. summary.ByDomain.Select(d => CountsReport.Of(d.Counts, domain: d.Domain.Name.In(language), points: d.Points))],
        DueStages =
        [
            .. summary.DueStages.Select(s => CountsReport.Of(s.Counts, s.Stage.Id, s.Stage.Name.In(language), year: s.Stage.Year)),
        ],
    };
}

/// <summary>Counts, and what they are counts of. Immutable.</summary>
public sealed class CountsReport
{
    /// <summary>The id of the kind or stage; null for other counts.</summary>
    [JsonPropertyName("id"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Id { get; init; }

    /// <summary>The name of the kind or stage; null for other counts.</summary>
    [JsonPropertyName("name"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    /// <summary>The year that the stage is due; null for other counts.</summary>
    [JsonPropertyName("year"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Year { get; init; }

    /// <summary>Whether the other totals count the kind; null for other counts.</summary>
    [JsonPropertyName("counted"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Counted { get; init; }

    /// <summary>The name of the domain; null for other counts.</summary>
    [JsonPropertyName("domain"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Domain { get; init; }

    /// <summary>The number of all.</summary>
    [JsonPropertyName("total")]
    public required int Total { get; init; }

    /// <summary>达标.</summary>
    [JsonPropertyName("met")]
    public required int Met { get; init; }

    /// <summary>未达标.</summary>
    [JsonPropertyName("notMet")]
    public required int NotMet { get; init; }

    /// <summary>不适用.</summary>
    [JsonPropertyName("notApplicable")]
    public required int NotApplicable { get; init; }

    /// <summary>无法判定.</summary>
    [JsonPropertyName("undetermined")]
    public required int Undetermined { get; init; }

    /// <summary>The number that rest on a claim.</summary>
    [JsonPropertyName("declared")]
    public required int Declared { get; init; }

    /// <summary>The points of the domain; null where it has none, and for other counts.</summary>
    [JsonPropertyName("points"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public TotalReport? Points { get; init; }

    internal static CountsReport Of(
        Counts counts, string? id = null, string? name = null, int? year = null, bool? counted = null, string? domain = null,
        PointTotal? points = null) => new()
        {
            Id = id,
            Name = name,
            Year = year,
            Counted = counted,
            Domain = domain,
            Total = counts.Total,
            Met = counts.Met,
            NotMet = counts.NotMet,
            NotApplicable = counts.NotApplicable,
            Undetermined = counts.Undetermined,
            Declared = counts.Declared,
            Points = points is null ? null : new TotalReport { Least = points.Least, Most = points.Most, Possible = points.Possible },
        };
}

/// <summary>The counts by the scheme's own way of counting. Immutable.</summary>
public sealed class TallyReport
{
    /// <summary>Counted as met.</summary>
    [JsonPropertyName("met")]
    public required int Met { get; init; }

    /// <summary>Counted as not met.</summary>
    [JsonPropertyName("notMet")]
    public required int NotMet { get; init; }
}

/// <summary>The counts by kind of target. Immutable.</summary>
public sealed class ForceReport
{
    /// <summary>约束性.</summary>
    [JsonPropertyName("binding")]
    public required CountsReport Binding { get; init; }

    /// <summary>参考性.</summary>
    [JsonPropertyName("reference")]
    public required CountsReport Reference { get; init; }
}
