using System.Text.Json.Nodes;
using IndicatorRules.Contract;

namespace IndicatorRules.Tests.Support;

/// <summary>One indicator or item as the interpreter sees it: its JSON of this year and of the year before.</summary>
/// <param name="Now">Its fact; null when the facts do not name it.</param>
/// <param name="Before">Its fact of the year before; null when the facts do not name it.</param>
/// <param name="Row">The indicator's own fact, whose claims stand for its items.</param>
/// <param name="Year">The year judged.</param>
/// <param name="Unit">The unit of its figures.</param>
/// <param name="Ranks">Its states: words and how far along they are; empty for a figure.</param>
/// <param name="CanBeAbsent">Whether the scheme says that a place may have nothing of the kind.</param>
internal sealed record InterpreterFigure(
    JsonObject? Now, JsonObject? Before, JsonObject? Row, int Year, string Unit, IReadOnlyDictionary<string, int> Ranks, bool CanBeAbsent)
{
    internal bool DoesNotApply => Now?["value"] switch
    {
        JsonObject o => (string?)o["absent"] == "not-assessed" || (CanBeAbsent && (string?)o["absent"] == "nothing-of-the-kind"),
        JsonValue v when v.TryGetValue<string>(out var words) =>
            (CanBeAbsent && (words is "无" or "不涉及")) || words is "不考核" || words.StartsWith("上级未下达", StringComparison.Ordinal),
        _ => false,
    };

    internal Status Reported => ((bool?)Now?["met"] ?? (bool?)Row?["met"]) switch
    {
        true => Status.Met,
        false => Status.NotMet,
        null => Status.Undetermined,
    };

    internal Answer AtLeast(decimal threshold) => Compare(threshold, n => n >= threshold);

    internal Answer MoreThan(decimal threshold) => Compare(threshold, n => n > threshold);

    internal Answer InState(int from, int to) =>
        Rank(Now) is { } rank ? Answer.Of(rank >= from && rank <= to) : IsAbsent ? Missing() : Answer.Unknown;

    // A state that the scheme does not know is there all the same; a claim does not stand in for it.
    private bool IsAbsent => Now?["value"] switch
    {
        null => true,
        JsonObject o => o["absent"] is not null,
        JsonValue v when v.TryGetValue<string>(out var words) =>
            DoesNotApply || words is "无" or "不涉及" or "" or "-" or "—" or "无监测点" or "未填报",
        _ => false,
    };

    /// <summary>No worse than the year before.</summary>
    /// <param name="better">1 where more is better, −1 where less is.</param>
    internal Answer Held(int better)
    {
        if (DoesNotApply)
        {
            return Answer.NotApplicable;
        }

        if (Differences() is not { Count: > 0 } differences)
        {
            return PrintedChange() is { } printed ? Answer.Of(printed * better >= 0) : new(Status.Undetermined, ClaimedHeld());
        }

        var held = differences.Select(d => d * better >= 0).Distinct().ToList();
        return held.Count == 1 ? Answer.Of(held[0]) : Answer.Unknown;
    }

    private Answer Compare(decimal threshold, Func<decimal, bool> holds)
    {
        if (Span.Of(Now?["value"], Unit) is not { } span)
        {
            return Missing();
        }

        var answers = span.Members(threshold).Select(holds).Distinct().ToList();
        return answers.Count == 1 ? Answer.Of(answers[0]) : Answer.Unknown;
    }

    private Answer Missing() => DoesNotApply ? Answer.NotApplicable : new(Status.Undetermined, Reported);

    // Every difference that two years may have; none when nothing at all is known of it.
    private List<decimal> Differences()
    {
        if (Comparable(Now) is not { } now || Comparable(Before) is not { } before)
        {
            return [];
        }

        var all = now.Members(before.Low, before.High).SelectMany(x => before.Members(now.Low, now.High).Select(y => x - y)).ToList();
        return all.Min() < -Span.Far / 2 && all.Max() > Span.Far / 2 ? [] : all;
    }

    private Span? Comparable(JsonObject? fact) =>
        Span.Of(fact?["value"], Unit) ?? (Rank(fact) is { } rank ? new Span(rank, rank) : null);

    private int? Rank(JsonObject? fact) =>
        fact?["value"] is JsonValue v && v.TryGetValue<string>(out var words) && Ranks.TryGetValue(words, out var rank) ? rank : null;

    private decimal? PrintedChange() =>
        Now?["change"] is JsonObject change && (int)change["since"]! == Year - 1 ? (decimal)change["percent"]! : null;

    private Status ClaimedHeld() => ((string?)Now?["trend"] ?? (string?)Row?["trend"]) switch
    {
        "stable" or "improving" => Status.Met,
        "worsening" => Status.NotMet,
        _ => Reported,
    };
}
