using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Conclusions;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Quantities;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;

using Origin = IndicatorRules.Contract.Quantities.Origin;

namespace IndicatorRules.Assessing;

/// <summary>The overall conclusion (总评) of the scheme's own script, under the evidence that counted. Immutable.</summary>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed class SchemeConclusion
{
    /// <summary>The result of the script; null when it ended without a conclusion, or ran in another process.</summary>
    public required Conclusion? Conclusion { get; init; }

    /// <summary>The result of a script that ran in another process; null when it ran in this one.</summary>
    internal Told? Told { get; init; }

    /// <summary>The scheme's grades and points.</summary>
    public required ConclusionPlan Plan { get; init; }

    /// <summary>The kind of fault of the script; empty when it succeeded. Details are in the conclusion.</summary>
    public required string Fault { get; init; }

    /// <summary>The lowest possible grade; null when the scheme has no grades or the script failed.</summary>
    public Grade? LeastGrade => GradeAt(Told is { } told ? told.LeastGrade : Conclusion?.LeastGrade.Index);

    /// <summary>The highest possible grade; null when the scheme has no grades or the script failed.</summary>
    public Grade? MostGrade => GradeAt(Told is { } told ? told.MostGrade : Conclusion?.MostGrade.Index);

    /// <summary>The grade; null when undetermined verdicts leave it open, and when there is none.</summary>
    public Grade? Grade => LeastGrade == MostGrade ? LeastGrade : null;

    /// <summary>The points, least and most; null when the scheme has none or the script failed.</summary>
    public Quantity? Points => !Plan.GivesPoints ? null
        : Told is null ? Conclusion?.Points
        : Told.Points is { } points ? new Quantity(points, []) : null;

    /// <summary>The points that the facts add or take away by judgement, in their order.</summary>
    public ImmutableArray<Adjustment> Adjustments { get; init; } = [];

    /// <summary>Whether the grade or the points are open, or the script failed.</summary>
    public bool IsUndetermined =>
        Told?.IsUndetermined ?? (Conclusion is null || LeastGrade != MostGrade || Points is { IsExact: false });

    /// <summary>The ids of the indicators whose open verdicts decide what is open, in the table's order.</summary>
    public ImmutableArray<string> DecidedBy => Told?.DecidedBy ?? [.. Open.Select(o => o.Id).Distinct()];

    /// <summary>The reasons, one sentence each.</summary>
    public IEnumerable<string> Reasons(Language language) =>
        Told is null ? new ConclusionWriter(language).Write(this) : language == Language.En ? Told.En : Told.Zh;

    // A grade that is certain depends on no row, even where points are open; each row says why its own are.
    internal IEnumerable<Origin> Deciding => LeastGrade is not null && LeastGrade == MostGrade ? [] : Open;

    // When the grade is certain, open steps no longer matter.
    internal IEnumerable<Origin> Open => Conclusion is null ? []
        : Conclusion.Steps.Where(s => s.When.Holds is null && LeastGrade != MostGrade).SelectMany(s => s.When.Origins)
            .Concat(Points is { IsExact: false } points ? points.Origins : [])
            .Where(o => o.IsOpen).OrderBy(o => o.Index).ThenBy(o => o.Id, StringComparer.Ordinal).DistinctBy(o => o.Id);

    internal Grade? GradeAt(int? index) => index >= 0 && index < Plan.Grades.Length ? Plan.Grades[index.Value] : null;
}
