using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Json;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Assessing;

/// <summary>
/// How far a row has come on the way to its next dated target, beside how much of the time is gone (序时进度). Immutable.
/// </summary>
/// <remarks>Says nothing of the row's verdict and counts in no total. Without a figure of the base year nothing is known.</remarks>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed class Progress
{
    /// <summary>The year that the way begins in.</summary>
    public required int BaseYear { get; init; }

    /// <summary>The figure of that year; null where it has no number.</summary>
    public decimal? Base { get; init; }

    /// <summary>The year of the target.</summary>
    public required int By { get; init; }

    /// <summary>The target, in the unit of the figures.</summary>
    public required decimal Target { get; init; }

    /// <summary>The year of <see cref="Value"/>.</summary>
    public required int Year { get; init; }

    /// <summary>The figure now; null where it has no number.</summary>
    public decimal? Value { get; init; }

    /// <summary>
    /// How much of the way is done, in percent; below 0 where the figure went the other way. Null where a figure is missing, or the base
    /// year's had reached the target already. Rounded; the status does not rest on it.
    /// </summary>
    public decimal? DonePercent { get; init; }

    /// <summary>How much of the time is gone, in percent; at most 100. Rounded; the status does not rest on it.</summary>
    public required decimal TimePercent { get; init; }

    /// <summary>Met on schedule, NotMet behind it, Undetermined where a figure is missing.</summary>
    public required Status Status { get; init; }

    /// <summary>The unit of the figures.</summary>
    public required string Unit { get; init; }

    /// <summary>The progress in one sentence.</summary>
    public string Sentence(Language language)
    {
        var words = new Wording(language);
        var target = Figure(Target);
        var head = words.Say($"到 {By} 年目标 {target}：", $"towards {target} by {By}: ");
        if (Base is not { } from || Value is not { } now)
        {
            int[] years = [.. Base is null ? [BaseYear] : Array.Empty<int>(), .. Value is null ? [Year] : Array.Empty<int>()];
            var missing = string.Join(words.Say("、", ", "), years);
            return head + words.Say(
                $"没有 {missing} 年的数，算不出进度",
                $"no figure of {missing}, so that no progress can be told");
        }

        var figures = words.Say(
            $"{BaseYear} 年 {Figure(from)}，{Year} 年 {Figure(now)}，",
            $"{Figure(from)} in {BaseYear}, {Figure(now)} in {Year}; ");
        var done = DonePercent is { } percent
            ? words.Say($"完成进度 {Percent(percent)}%，", $"{Percent(percent)}% of the way, ")
            : words.Say($"{BaseYear} 年已达到目标，", $"reached in {BaseYear} already, ");
        return head + figures + done
            + words.Say($"序时进度 {Percent(TimePercent)}%，", $"{Percent(TimePercent)}% of the time: ") + Verdict(words);
    }

    /// <summary>按期, 落后, 无法判定.</summary>
    public string StatusText(Language language) => Verdict(new Wording(language));

    /// <summary>
    /// The progress towards the next target that is not past, or else the last one; null where there is none, where the scheme names no
    /// base year, or until that year is over.
    /// </summary>
    internal static Progress? Of(
        ImmutableArray<DatedTarget> targets, Indicator indicator, int? baseYear, PlaceFacts facts, int year, Evidence evidence)
    {
        if ((targets.FirstOrDefault(t => t.By >= year) ?? targets.LastOrDefault()) is not { } target
            || (target.Since ?? baseYear) is not { } start)
        {
            return null;
        }

        var info = indicator.ToInfo(baseYear).Own;
        var now = facts.RowOf(year, indicator.Id)?.Own ?? Fact.Unknown;
        var of = target.Figure?.Year ?? now.OfYear ?? year;
        if (start >= of || start >= target.By)
        {
            return null;
        }

        var before = facts.RowOf(start, indicator.Id)?.Own is { } fact && (fact.OfYear ?? start) == start ? fact : Fact.Unknown;
        var (value, from) = target.Figure is not { } figure ? (NumbersOf(now), NumbersOf(before))
            : evidence == Evidence.Measured && !figure.IsProven ? (default, figure.Base)
            : (figure.Now, figure.Base);
        var required = new PlannedPath(target.Steps.IsDefaultOrEmpty ? [new(target.By, target.To)] : target.Steps, start, from).In(of);
        var (origin, at) = (Number(from), Number(value));
        var isReached = origin is { } b && (target.IsUpperLimit ? b <= target.To : b >= target.To);
        var limit = isReached ? Interval.Point(target.To) : required;
        return new()
        {
            BaseYear = start,
            Base = origin,
            By = target.By,
            Target = target.To,
            Year = of,
            Value = at,
            Unit = target.Figure?.Unit ?? info.Unit,
            DonePercent = isReached || origin is not { } one || at is not { } other ? null : Part(other, one, target.To),
            TimePercent = of >= target.By ? 100 : Part(of, start, target.By),
            Status = origin is null || at is null ? Status.Undetermined
                : target.IsUpperLimit ? value.AtMost(limit) : value.AtLeast(limit),
        };

        Interval NumbersOf(Fact fact) =>
            fact.Value.IsEstimated && evidence == Evidence.Measured ? default : info.NumbersOf(fact.Value);
    }

    private static decimal? Number(in Interval numbers) => numbers.IsPoint ? numbers.Low : null;

    // Rounded down, so that what is behind is not shown as even.
    private static decimal Part(decimal at, decimal from, decimal to)
    {
        var part = (Exact.Of(at) - Exact.Of(from)) * Exact.Of(100) / (Exact.Of(to) - Exact.Of(from));
        return Wording.Trimmed(Math.Round(part.ToInterval().Low, 20, MidpointRounding.ToNegativeInfinity));
    }

    private string Figure(decimal number) => Wording.WithUnit(Wording.Stated(number), Unit);

    private static string Percent(decimal percent) =>
        Wording.Number(Math.Round(percent, 2, MidpointRounding.ToNegativeInfinity)).Replace('-', '−');

    private string Verdict(Wording words) => Status switch
    {
        Status.Met => words.Say("按期", "on schedule"),
        Status.NotMet => words.Say("落后", "behind schedule"),
        _ => words.Of(Status),
    };
}
