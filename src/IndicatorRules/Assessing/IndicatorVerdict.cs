using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Reasons;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Assessing;

/// <summary>The verdict on one indicator, with its reasons if they were requested. Immutable.</summary>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed class IndicatorVerdict
{
    /// <summary>The indicator.</summary>
    public required Indicator Indicator { get; init; }

    /// <summary>The result of the rule.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The scheme, for the levels of upper schemes in reasons; when null, reasons name the schemes' ids.</summary>
    public Scheme? Scheme { get; init; }

    /// <summary>The reasons of a verdict from another process; null when the verdict itself has them.</summary>
    internal Said? Said { get; init; }

    /// <summary>The evidence that counted.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>The error in the row's own facts because of which it was not judged; null when it was judged.</summary>
    public Diagnostic? Fault { get; init; }

    /// <summary>The facts judged; null when the year has none of the indicator.</summary>
    public IndicatorFacts? Facts { get; init; }

    /// <summary>The verdicts on its dated targets.</summary>
    public ImmutableArray<StageVerdict> Stages { get; init; } = [];

    /// <summary>Its points; null when the scheme gives it none.</summary>
    public RowPoints? Points { get; init; }

    /// <summary>How far it has come on the way to its next dated target; null where there is none, or reasons were not requested.</summary>
    public Progress? Progress { get; init; }

    /// <summary>The dated targets that are due in the year judged.</summary>
    public IEnumerable<StageVerdict> DueStages => Stages.Where(s => s.HasCome);

    /// <summary>The status under the evidence that counted.</summary>
    public Status Status => Verdict.StatusUnder(Evidence);

    /// <summary>The basis of the status; null when nothing was decided.</summary>
    public Basis? Basis => Verdict.BasisUnder(Evidence);

    /// <summary>Signed distance to the threshold in <see cref="MarginUnit"/>, positive when met; null when there is none.</summary>
    public decimal? Margin => Said is { } said ? said.Margin : MarginIn(Verdict, Indicator);

    /// <summary>The reasons, one sentence per clause; empty when they were not requested.</summary>
    public IEnumerable<string> Reasons(Language language) =>
        Fault is { } fault ? [fault.Message(language)]
        : Said is { } said ? said.In(language).Reasons
        : Verdict.Reason is { } reason ? new ReasonWriter(language, Evidence, new SchemeLabels(Scheme, language)).Write(reason) : [];

    /// <summary>The unit of <see cref="Margin"/>, which is the unit of the indicator's facts.</summary>
    public string MarginUnit => Indicator.MeasuredIn ?? Indicator.Unit;

    /// <summary>The margins of the deciding clauses, each with its sign, and with its unit when that is not the indicator's.</summary>
    public IEnumerable<string> Margins(Language language)
    {
        if (Said is { } said)
        {
            return said.In(language).Margins;
        }

        var words = new Wording(language);
        return Counting.Select(f =>
            f.Unit == MarginUnit ? Wording.Signed(f.Margin!.Value) : words.Difference(Wording.Signed(f.Margin!.Value), f.Unit));
    }

    /// <summary>
    /// The margin of the deciding clause in percent of what it requires, by which rows of different units compare; the least of several.
    /// Null where a clause has no number, or requires 0.
    /// </summary>
    public decimal? MarginPercent => Said is { } said ? said.MarginPercent
        : Counting.Select(Percent).OfType<decimal>().Select(p => (decimal?)p).Min();

    /// <summary>Whether figures show that it is met, by at most 5 percent of what is required (压线).</summary>
    public bool IsTight => Status == Status.Met && Basis == Contract.Basis.Measured && MarginPercent is >= 0 and <= 5;

    /// <summary>The margins in words: 高出 8 个百分点, 还差 2 个百分点.</summary>
    public IEnumerable<string> MarginTexts(Language language)
    {
        if (Said is { } said)
        {
            return said.In(language).MarginTexts;
        }

        var clauses = new ClauseWriter(new Wording(language));
        return Counting.Select(clauses.Margin).Where(m => m.Length > 0);
    }

    /// <summary>The numbers that the rule tests and the printed target does not contain; empty when there are none.</summary>
    public IEnumerable<string> UnprintedRequirements(Language language)
    {
        if (Said is { } said)
        {
            return said.In(language).Requirements;
        }

        var clauses = new ClauseWriter(new Wording(language));
        var printed = PrintedNumbers.In(Indicator.Target.In(language));
        return Counting.OfType<FigureReason>()
            .Where(reason => reason switch
            {
                BoundReason f => !printed.Contains(f.Bound),
                RangeReason f => !printed.Contains(f.Low) || !printed.Contains(f.High),
                _ => false,
            })
            .Select(f => (f.Figure.IsItem ? clauses.Subject(f) + " " : "") + clauses.Requirement(f)).Distinct();
    }

    /// <summary>The clauses of the rule that ask something of a figure; empty when reasons were not requested.</summary>
    public IEnumerable<Clause> Clauses(Language language) =>
        Said is { } said ? said.In(language).Clauses
        : Verdict.Reason is { } reason ? new ClauseReader(language, Evidence).All(reason) : [];

    /// <summary>The deciding clauses, whose margins <see cref="Margins"/> writes.</summary>
    public IEnumerable<Clause> DecidingClauses(Language language) =>
        Said is { } said ? said.In(language).Deciding : Counting.Select(new ClauseReader(language, Evidence).Of);

    /// <summary>The verdicts of upper schemes on the row; empty when its rule asks none, or reasons were not requested.</summary>
    public IEnumerable<UpperOutcome> Uppers =>
        Said is { } said ? said.Uppers
        : Verdict.Reason is { } reason ? new ClauseReader(Language.Zh, Evidence).Uppers(reason) : [];

    /// <summary>The smallest changes of single figures that would turn the verdict, one sentence each.</summary>
    public IEnumerable<string> Flips(Language language) =>
        Said is { } said ? said.In(language).Flips
        : Verdict.Reason is { } reason ? Flip.Each(reason).Select(flip => flip.Sentence(Verdict.Claimed, language))
        : [];

    // The clause whose margin is the row's; when figures of several units must all hold, the tightest of each unit.
    private IEnumerable<Reason> Counting => Verdict.Reason is { } reason && Verdict.Claimed != Status.NotApplicable
        ? Decisive(reason).Where(f => f.Proven is Status.Met or Status.NotMet)
        : [];

    private static IEnumerable<Reason> Decisive(Reason reason) => reason.Margin is not null ? [Leaf(reason)]
        : reason is CombinedReason { OneIsEnough: false } or UpperReason
            ? reason.Parts.Where(p => p.Claimed != Status.NotApplicable).SelectMany(Decisive)
                .GroupBy(f => new Measured(f.Unit, f is SuperiorTaskReason { Task: not null }))
                .Select(g => g.Aggregate((least, f) => f.Margin < least.Margin ? f : least))
        : [];

    private static Reason Leaf(Reason reason)
    {
        while (!reason.Parts.IsEmpty)
        {
            Reason[] parts = reason switch
            {
                WhenReason { Taken: { } taken } => [taken],
                _ => [.. reason.Parts.Where(p => p.Claimed != Status.NotApplicable && p.Margin == reason.Margin && p.Unit == reason.Unit)],
            };
            if ((Array.Find(parts, p => p.Proven == reason.Proven) ?? parts.FirstOrDefault()) is not { } next)
            {
                break;
            }

            reason = next;
        }

        return reason;
    }

    private static decimal? Percent(Reason clause)
    {
        var required = clause switch
        {
            BoundReason f => f.Bound,
            RangeReason f => f.Reading?.High is { } high && f.High - high == f.Margin ? f.High : f.Low,
            OtherFigureReason f => f.Bound,
            OnTrackReason f => f.Required,
            AboutReason f => f.Value,
            SuperiorTaskReason f => f.Task?.Required ?? f.Reading?.Assigned,
            _ => null,
        };
        if (clause.Margin is not { } margin || required is not { } whole || whole == 0)
        {
            return null;
        }

        try
        {
            return Wording.Trimmed(Math.Round(margin / Math.Abs(whole) * 100, 10));
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    // What a margin is measured in.
    private sealed record Measured(string Unit, bool IsOfTask);

    internal static decimal? MarginIn(Verdict verdict, Indicator indicator) =>
        verdict.Reason is { Margin: { } margin, Unit: var unit } && unit == (indicator.MeasuredIn ?? indicator.Unit)
            && verdict.Claimed != Status.NotApplicable
            ? margin
            : null;
}

internal static partial class PrintedNumbers
{
    internal static HashSet<decimal> In(string target)
    {
        var numbers = new HashSet<decimal>();
        foreach (Match match in Numbers().Matches(target.Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal)))
        {
            if (decimal.TryParse(match.Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                numbers.Add(number);
            }
        }

        return numbers;
    }

    [GeneratedRegex("[0-9]+(\\.[0-9]+)?", RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}
