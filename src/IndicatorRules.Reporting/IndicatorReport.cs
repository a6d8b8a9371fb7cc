using System.Collections.Immutable;
using System.Text.Json.Serialization;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>The verdict on one row of a report. Immutable.</summary>
public sealed class IndicatorReport
{
    /// <summary>The printed number: 4, 4.1. In JSON a number where it is a whole one.</summary>
    [JsonPropertyName("number"), JsonConverter(typeof(PrintedNumberJson))]
    public required string Number { get; init; }

    /// <summary>The row's id.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The row's name.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The id of the row that it is an item of; null for other rows.</summary>
    [JsonPropertyName("itemOf"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ItemOf { get; init; }

    /// <summary>The id of its group; null where it is in none.</summary>
    [JsonPropertyName("group"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Group { get; init; }

    /// <summary>The ids of the rows whose verdicts it combines; null for other rows.</summary>
    [JsonPropertyName("rows"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Rows { get; init; }

    /// <summary>Whether the table marks it as a feature of the province.</summary>
    [JsonPropertyName("star")]
    public bool Star { get; init; }

    /// <summary>The upper heading.</summary>
    [JsonPropertyName("domain")]
    public required string Domain { get; init; }

    /// <summary>The lower heading.</summary>
    [JsonPropertyName("task")]
    public required string Task { get; init; }

    /// <summary>The unit as printed.</summary>
    [JsonPropertyName("unit")]
    public required string Unit { get; init; }

    /// <summary>binding, or reference for every other kind.</summary>
    [JsonPropertyName("binding")]
    public required string Binding { get; init; }

    /// <summary>The name of its kind; null where the scheme names no kinds.</summary>
    [JsonPropertyName("kind"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Kind { get; init; }

    /// <summary>The target as printed.</summary>
    [JsonPropertyName("target")]
    public required string Target { get; init; }

    /// <summary>The figures as they were handed in.</summary>
    [JsonPropertyName("value")]
    public required string Value { get; init; }

    /// <summary>The "met" column of the table handed in; null when it was left empty.</summary>
    [JsonPropertyName("reportedMet")]
    public bool? ReportedMet { get; init; }

    /// <summary>The verdict.</summary>
    [JsonPropertyName("status"), JsonConverter(typeof(WordJson<Status>))]
    public required Status Status { get; init; }

    /// <summary>What it rests on; null where nothing was decided.</summary>
    [JsonPropertyName("basis"), JsonConverter(typeof(WordJson<Basis>))]
    public required Basis? Basis { get; init; }

    /// <summary>The distance to the threshold in the unit, positive to spare; null where there is none.</summary>
    [JsonPropertyName("margin"), JsonConverter(typeof(FigureJson))]
    public required decimal? Margin { get; init; }

    /// <summary>Why, one sentence each.</summary>
    [JsonPropertyName("reasons")]
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>The points; null where the scheme gives none.</summary>
    [JsonPropertyName("points"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PointsReport? Points { get; init; }

    /// <summary>The id of the diagnostic for which the row was not judged; null where it was.</summary>
    [JsonPropertyName("fault"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Fault { get; init; }

    /// <summary>How far the row has come on the way to its next dated target; null where it has none.</summary>
    [JsonPropertyName("progress"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ProgressReport? Progress { get; init; }

    /// <summary>Where the figure comes from; null when the facts do not say.</summary>
    [JsonPropertyName("source")]
    public string? Source { get; init; }

    /// <summary>The offices that are responsible for the figures, one on each line; absent when the facts do not say.</summary>
    [JsonPropertyName("owner"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Owner { get; init; }

    /// <summary>What is noted beside the figures, one note on each line; absent where nothing is.</summary>
    [JsonPropertyName("note"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Note { get; init; }

    /// <summary>The dated targets.</summary>
    [JsonPropertyName("stages")]
    public required ImmutableArray<StageReport> Stages { get; init; }

    internal static IndicatorReport Of(IndicatorVerdict verdict, Scheme scheme, Language language)
    {
        var indicator = verdict.Indicator;
        var domain = scheme.DomainOf(indicator.TaskGroup);
        return new IndicatorReport
        {
            Number = indicator.Number,
            Id = indicator.Id,
            Name = indicator.Name.In(language),
            ItemOf = indicator.ItemOf,
            Group = indicator.Group,
            Rows = indicator.Combines is { } combines ? [.. combines.Rows] : null,
            Star = indicator.Starred,
            Domain = domain.Name.In(language),
            Task = domain.TaskGroups.First(t => t.Id == indicator.TaskGroup).Name.In(language),
            Unit = indicator.Unit,
            Binding = indicator.Kind.Id == RowKind.Binding.Id ? "binding" : "reference",
            Kind = scheme.NamesKinds ? indicator.Kind.Name.In(language) : null,
            Target = indicator.Target.In(language),
            Value = ReportRow.ValueOf(verdict, language),
            ReportedMet = verdict.Facts?.Own.ReportedMet,
            Status = verdict.Status,
            Basis = verdict.Basis,
            Margin = verdict.Margin,
            Reasons = [.. verdict.Reasons(language)],
            Points = verdict.Points is { } points ? PointsReport.Of(points, language) : null,
            Fault = verdict.Fault?.Id,
            Progress = verdict.Progress is { } progress ? ProgressReport.Of(progress) : null,
            Source = verdict.Facts?.Own.Source?.ToString(),
            Owner = Beside(f => f.Owner),
            Note = Beside(f => f.Note),
            Stages = [.. verdict.Stages.Select(s => StageReport.Of(s, language))],
        };

        string? Beside(Func<Fact, string?> said) =>
            string.Join('\n', ReportRow.Beside(verdict, said)) is { Length: > 0 } lines ? lines : null;
    }
}

/// <summary>The verdict on one dated target of a row. Immutable.</summary>
public sealed class StageReport
{
    /// <summary>The id of the stage.</summary>
    [JsonPropertyName("id")]
    public required string Id { get; init; }

    /// <summary>The name of the stage.</summary>
    [JsonPropertyName("name")]
    public required string Name { get; init; }

    /// <summary>The year it is due.</summary>
    [JsonPropertyName("year")]
    public required int Year { get; init; }

    /// <summary>Whether that year's facts are there and judged.</summary>
    [JsonPropertyName("due")]
    public required bool Due { get; init; }

    /// <summary>The target as printed.</summary>
    [JsonPropertyName("target")]
    public required string Target { get; init; }

    /// <summary>The verdict.</summary>
    [JsonPropertyName("status"), JsonConverter(typeof(WordJson<Status>))]
    public required Status Status { get; init; }

    /// <summary>What it rests on; null where nothing was decided.</summary>
    [JsonPropertyName("basis"), JsonConverter(typeof(WordJson<Basis>))]
    public required Basis? Basis { get; init; }

    /// <summary>The distance to the target in the unit; null where there is none.</summary>
    [JsonPropertyName("margin"), JsonConverter(typeof(FigureJson))]
    public required decimal? Margin { get; init; }

    /// <summary>Why, or what is still needed, one sentence each.</summary>
    [JsonPropertyName("reasons")]
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>The change a year that is still needed, in the unit; null when none is.</summary>
    [JsonPropertyName("yearlyChange"), JsonConverter(typeof(FigureJson))]
    public decimal? YearlyChange { get; init; }

    internal static StageReport Of(StageVerdict stage, Language language) => new()
    {
        Id = stage.Stage.Stage.Id,
        Name = stage.Stage.Stage.Name.In(language),
        Year = stage.Stage.Stage.Year,
        Due = stage.Due,
        Target = stage.Stage.Target.In(language),
        Status = stage.Status,
        Basis = stage.Basis,
        Margin = stage.Margin,
        Reasons = [.. stage.Reasons(language)],
        YearlyChange = stage.YearlyChange,
    };
}

/// <summary>How far a row has come on the way to its next dated target. Immutable.</summary>
public sealed class ProgressReport
{
    /// <summary>The year that the way begins in.</summary>
    [JsonPropertyName("baseYear")]
    public required int BaseYear { get; init; }

    /// <summary>The figure of that year; null where it has no number.</summary>
    [JsonPropertyName("base"), JsonConverter(typeof(FigureJson))]
    public decimal? Base { get; init; }

    /// <summary>The year of the target.</summary>
    [JsonPropertyName("by")]
    public required int By { get; init; }

    /// <summary>The target, in the unit of the figures.</summary>
    [JsonPropertyName("target"), JsonConverter(typeof(FigureJson))]
    public required decimal Target { get; init; }

    /// <summary>The year of the figure now.</summary>
    [JsonPropertyName("year")]
    public required int Year { get; init; }

    /// <summary>The figure now; null where it has no number.</summary>
    [JsonPropertyName("value"), JsonConverter(typeof(FigureJson))]
    public decimal? Value { get; init; }

    /// <summary>How much of the way is done, in percent, rounded down; null where that is unknown.</summary>
    [JsonPropertyName("donePercent"), JsonConverter(typeof(FigureJson))]
    public decimal? DonePercent { get; init; }

    /// <summary>How much of the time is gone, in percent, rounded down; at most 100.</summary>
    [JsonPropertyName("timePercent"), JsonConverter(typeof(FigureJson))]
    public required decimal TimePercent { get; init; }

    /// <summary>Met on schedule, NotMet behind it, Undetermined where a figure is missing.</summary>
    [JsonPropertyName("status"), JsonConverter(typeof(WordJson<Status>))]
    public required Status Status { get; init; }

    internal static ProgressReport Of(Progress progress) => new()
    {
        BaseYear = progress.BaseYear,
        Base = progress.Base,
        By = progress.By,
        Target = progress.Target,
        Year = progress.Year,
        Value = progress.Value,
        DonePercent = progress.DonePercent,
        TimePercent = progress.TimePercent,
        Status = progress.Status,
    };
}

/// <summary>The points of a row. Immutable.</summary>
public sealed class PointsReport
{
    /// <summary>The least that it earns.</summary>
    [JsonPropertyName("least"), JsonConverter(typeof(FigureJson))]
    public required decimal Least { get; init; }

    /// <summary>The most that it earns.</summary>
    [JsonPropertyName("most"), JsonConverter(typeof(FigureJson))]
    public required decimal Most { get; init; }

    /// <summary>What it can earn here; 0 where it does not apply and its points are left out.</summary>
    [JsonPropertyName("possible"), JsonConverter(typeof(FigureJson))]
    public required decimal Possible { get; init; }

    /// <summary>Why the points are open; null where they are not.</summary>
    [JsonPropertyName("why")]
    public string? Why { get; init; }

    internal static PointsReport Of(RowPoints points, Language language) => new()
    {
        Least = points.Least,
        Most = points.Most,
        Possible = points.Possible,
        Why = points.IsExact ? null : points.Why.In(language),
    };
}
