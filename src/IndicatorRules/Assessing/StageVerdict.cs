using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Contract;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Assessing;

/// <summary>The verdict on a dated target, or its remaining requirements. Immutable.</summary>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed class StageVerdict
{
    /// <summary>The target.</summary>
    public required IndicatorStage Stage { get; init; }

    /// <summary>Its indicator.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>The result of the stage's rule: on the facts of its own year if <see cref="Due"/>, else on the current figures.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The scheme, for the levels of upper schemes in reasons; when null, reasons name the schemes' ids.</summary>
    public Scheme? Scheme { get; init; }

    /// <summary>The error in the facts of its year because of which the stage was not judged; null when it was judged.</summary>
    public Diagnostic? Fault { get; init; }

    /// <summary>The reasons of a verdict from another process; null when the verdict itself has them.</summary>
    internal Said? Said { get; init; }

    /// <summary>The evidence that counted.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Whether the stage's year has come or has facts: it is then judged, and missing figures count as missing.</summary>
    public required bool Due { get; init; }

    /// <summary>The year of the figures: the stage's own when due.</summary>
    public required int FactsYear { get; init; }

    /// <summary>Whether the stage's year is the year judged or earlier, so that the target counts in addition to the row's own.</summary>
    public bool HasCome { get; init; }

    /// <summary>The status; Undetermined until the stage's year has facts, unless the target does not apply.</summary>
    public Status Status =>
        Verdict.StatusUnder(Evidence) is var status && (Due || status == Status.NotApplicable) ? status : Status.Undetermined;

    /// <summary>The basis of the status; null when nothing was decided.</summary>
    public Basis? Basis => Due ? Verdict.BasisUnder(Evidence) : null;

    /// <summary>Signed distance of the figure to the target in the indicator's unit; null when there is none.</summary>
    public decimal? Margin => Said is { } said ? said.Margin : IndicatorVerdict.MarginIn(Verdict, Indicator);

    /// <summary>The yearly change that is still needed, in the indicator's unit; null when none is needed or it is unknown.</summary>
    public decimal? YearlyChange => !Due && Margin is < 0 and { } margin && Stage.Stage.Year > FactsYear
        ? -margin / (Stage.Stage.Year - FactsYear)
        : null;

    /// <summary>
    /// The state of the target, in a few words: 已达到；还差 2 个百分点，平均每年须提高 0.5 个百分点；到期未达标；不适用.
    /// </summary>
    public string Situation(Language language)
    {
        var words = new Wording(language);
        if (Status == Status.NotApplicable)
        {
            return words.Of(Status);
        }

        if (Due)
        {
            return (HasCome ? words.Say("到期", "due: ") : "") + words.Of(Status) + Short(words);
        }

        return Verdict.Proven switch
        {
            Status.Met => words.Say("已达到", "reached"),
            Status.NotMet when Margin is null or >= 0 => words.Say("没有达到", "not reached"),
            Status.NotMet => words.Say("未达到", "not reached") + Short(words),
            _ when Verdict.Claimed == Status.Met && Evidence == Evidence.Declared => words.Say("自报已达到", "reached, as declared"),
            _ => words.Say("现在还不能比较", "cannot be told yet"),
        };
    }

    private string Short(Wording words)
    {
        if (Margin is not { } margin || margin >= 0)
        {
            return "";
        }

        var by = words.Difference(Wording.Number(-margin, against: null), Indicator.MeasuredIn ?? Indicator.Unit);
        if (YearlyChange is not { } change)
        {
            return words.Say($"，还差 {by}", $", short by {by}");
        }

        var yearly = words.Difference(Wording.Number(change, against: null), Indicator.MeasuredIn ?? Indicator.Unit);
        return words.Say($"，还差 {by}，平均每年须改善 {yearly}", $", short by {by}: better by {yearly} a year is needed");
    }

    /// <summary>The clauses that ask something of a figure, in the order of the rule; empty when reasons were not requested.</summary>
    public IEnumerable<Clause> Clauses(Language language) =>
        Said is { } said ? said.In(language).Clauses
        : Verdict.Reason is { } reason ? new ClauseReader(language, Evidence).All(reason) : [];

    /// <summary>The reasons, or the remaining requirements; empty when reasons were not requested.</summary>
    public IEnumerable<string> Reasons(Language language) =>
        Fault is { } fault ? [fault.Message(language)]
        : Said is { } said ? said.In(language).Reasons
        : Verdict.Reason is not { } reason ? []
        : Due ? new ReasonWriter(language, Evidence, new SchemeLabels(Scheme, language)).Write(reason)
        : new OutlookWriter(language, Stage.Stage.Year, FactsYear, new SchemeLabels(Scheme, language)).Write(reason);
}
