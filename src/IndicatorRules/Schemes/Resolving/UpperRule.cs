using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>The rule that asks the upper schemes, and what stands in the way of asking one.</summary>
internal static class UpperRule
{
    /// <summary>Every upper scheme must hold, and what the entry adds.</summary>
    internal static RuleText Of(IndicatorEntry entry)
    {
        var asked = Asking(entry.From.Select(f => f.SchemeId));
        return entry.Also is { } also
            ? also.Within($"{asked} & (", also.Code.Contains("//", StringComparison.Ordinal) ? "\n)" : ")")
            : RuleText.Made(asked, entry.Location with { File = SchemeReader.FileName });
    }

    /// <summary>The text of a rule that asks upper schemes and nothing else.</summary>
    internal static string Asking(IEnumerable<string> schemes) => string.Join(" & ", schemes.Select(s => $"Upper(\"{s}\")"));

    /// <summary>Every upper scheme that has a target for the stage must hold in it.</summary>
    internal static RuleText Of(IndicatorEntry entry, IEnumerable<string> schemes, string stage) => RuleText.Made(
        string.Join(" & ", schemes.Select(s => $"Upper(\"{s}\", \"{stage}\")")), entry.Location with { File = SchemeReader.FileName });

    /// <summary>
    /// Why an upper scheme's rule would no longer judge what it was written for: it reads the same facts, in its own
    /// units, items and states. Null where it would; direction and absence are its own and stand in no way.
    /// </summary>
    internal static LocalizedText? Obstacle(Indicator upper, Indicator here)
    {
        if (Measured(upper.MeasuredIn, upper.Unit) != Measured(here.MeasuredIn, here.Unit))
        {
            return new($"单位 `{Measured(upper.MeasuredIn, upper.Unit)}`", $"the unit `{Measured(upper.MeasuredIn, upper.Unit)}`");
        }

        if (Unanswered(upper.States, here.States) is { } state)
        {
            return new($"状态表，其中没有 `{state.Text.Zh}`", $"states, which `{state.Text.En}` is none of");
        }

        foreach (var item in upper.Items)
        {
            var same = here.Items.FirstOrDefault(i => i.Id == item.Id);
            if (same is null || Measured(same.MeasuredIn, same.Unit) != Measured(item.MeasuredIn, item.Unit)
                || Unanswered(item.States, same.States) is not null)
            {
                return new($"分项 `{item.Id}`", $"the item `{item.Id}`");
            }
        }

        return null;
    }

    private static string Measured(string? measuredIn, string unit) => measuredIn ?? unit;

    // A state of this row that the upper rule would not recognise; uppers that agree may leave states out.
    private static StateInfo? Unanswered(ImmutableArray<StateInfo> above, ImmutableArray<StateInfo> here) =>
        above.IsEmpty ? null : here.FirstOrDefault(s => above.All(a => a.Id != s.Id && !a.Answers.Contains(s.Text.Zh)));
}
