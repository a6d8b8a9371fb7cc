using IndicatorRules.Contract;
using IndicatorRules.Contract.Reasons;

namespace IndicatorRules.Assessing;

/// <summary>
/// Rows whose verdicts are combined → one clause: the requirement, how many there are of each status, and which are lacking.
/// </summary>
internal sealed class CombinationWriter(Wording words, Evidence evidence)
{
    private static readonly Status[] Order = [Status.Met, Status.NotMet, Status.Undetermined, Status.NotApplicable];

    internal string Write(CombinationReason reason)
    {
        var asked = reason.AtLeast is { } least
            ? words.Say($"{reason.Rows.Length} 项中至少 {least} 项须达标", $"at least {least} of {reason.Rows.Length} must be met")
            : words.Say("各项均须达标", "all must be met");
        var rows = reason.Rows.ToLookup(r => r.Verdict.StatusUnder(evidence), r => r.Label.In(words.Language));
        var counts = Order.Where(rows.Contains).Select(status => Count(status, [.. rows[status]]));
        return string.Join(words.Say("，", ", "), counts.Prepend(asked));
    }

    private string Count(Status status, List<string> labels)
    {
        var count = words.Say($"{words.Of(status)} {labels.Count} 项", $"{words.Of(status)} {labels.Count}");
        return status is Status.NotMet or Status.Undetermined
            ? count + words.Say($"（{string.Join('、', labels)}）", $" ({string.Join(", ", labels)})") : count;
    }
}
