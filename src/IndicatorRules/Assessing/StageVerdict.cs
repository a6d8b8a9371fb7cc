using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Contract;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Assessing;

/// <summary>The verdict on a dated target, or what is still needed for it. Immutable.</summary>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed record StageVerdict
{
    /// <summary>The target.</summary>
    public required IndicatorStage Stage { get; init; }

    /// <summary>The indicator it is of.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>
    /// What the stage's rule said: of its own year's facts where <see cref="Due"/>, else of the figures as they stand.
    /// </summary>
    public required Verdict Verdict { get; init; }

    /// <summary>
    /// The scheme judged by, so that reasons name the upper schemes by their levels; where it is not set, they name their ids.
    /// </summary>
    public Scheme? Scheme { get; init; }

    /// <summary>The error in the facts of its year for which the stage was not judged; null where it was.</summary>
    public Diagnostic? Fault { get; init; }

    /// <summary>The reasons of a verdict that another process gave; null where the verdict holds them itself.</summary>
    internal Said? Said { get; init; }

    /// <summary>Which evidence counted.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Whether the stage's year has come, or its facts are there: it is then judged, and missing figures are missing.</summary>
    public required bool Due { get; init; }

    /// <summary>The year of the figures: the stage's own where due.</summary>
    public required int FactsYear { get; init; }

    /// <summary>Whether the stage's year is the year judged or an earlier one, so that the target counts beside the row's own.</summary>
    public bool HasCome { get; init; }

    /// <summary>The status; Undetermined until the stage's year has facts, unless the target does not apply.</summary>
    public Status Status => Verdict.StatusUnder(Evidence) is var status && (Due || status == Status.NotApplicable) ? status : Status.Undetermined;

    /// <summary>What the status rests on; null where nothing was decided.</summary>
    public Basis? Basis => Due ? Verdict.BasisUnder(Evidence) : null;

    /// <summary>Signed distance of the figure to the target in the indicator's unit; null where there is none.</summary>
    public decimal? Margin => Said is { } said ? said.Margin : IndicatorVerdict.MarginIn(Verdict, Indicator);

    /// <summary>The change a year that is still needed, in the indicator's unit; null when none is, or it cannot be said.</summary>
    public decimal? YearlyChange => !Due && Margin is < 0 and { } margin && Stage.Stage.Year > FactsYear
        ? -margin / (Stage.Stage.Year - FactsYear)
        : null;

    /// <summary>Why, or what is still needed; empty when reasons were not asked for.</summary>
    public IEnumerable<string> Reasons(Language language) =>
        Fault is { } fault ? [fault.Message(language)]
        : Said is { } said ? said.In(language).Reasons
        : Verdict.Reason is not { } reason ? []
        : Due ? new ReasonWriter(language, Evidence, new SchemeLabels(Scheme, language)).Write(reason)
        : new OutlookWriter(language, Stage.Stage.Year, FactsYear, new SchemeLabels(Scheme, language)).Write(reason);
}
