using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Contract.Rules;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>Generates rules that require upper rules, and determines whether an upper rule still applies.</summary>
internal static class UpperRule
{
    /// <summary>A rule that requires all upper rules and the entry's own addition.</summary>
    internal static RuleText Of(IndicatorEntry entry)
    {
        var asked = Asking(entry.From.Select(f => f.SchemeId));
        return entry.Also is { } also
            ? also.Within($"{asked} & (", also.Code.Contains("//", StringComparison.Ordinal) ? "\n)" : ")")
            : RuleText.Made(asked, entry.Location with { File = SchemeReader.FileName });
    }

    /// <summary>The text of a rule that only requires upper rules.</summary>
    internal static string Asking(IEnumerable<string> schemes) => string.Join(" & ", schemes.Select(s => $"Upper(\"{s}\")"));

    /// <summary>A rule that requires the upper rules for a stage.</summary>
    internal static RuleText Of(IndicatorEntry entry, IEnumerable<string> schemes, string stage) => RuleText.Made(
        string.Join(" & ", schemes.Select(s => $"Upper(\"{s}\", \"{stage}\")")), entry.Location with { File = SchemeReader.FileName });

    /// <summary>
    /// Why an upper rule no longer applies: it reads the same facts in its own units, items and states. Null if it does; its own direction
    /// and absence policy remain in force.
    /// </summary>
    internal static LocalizedText? Obstacle(Indicator upper, Indicator here)
    {
        if (Measured(upper.MeasuredIn, upper.Unit) != Measured(here.MeasuredIn, here.Unit))
        {
            return new($"单位 `{Measured(upper.MeasuredIn, upper.Unit)}`", $"the unit `{Measured(upper.MeasuredIn, upper.Unit)}`");
        }

        if (Unanswered(upper.States, here.States) is { } state)
        {
            return new($"状态表，其中没有 `{state.Text.Zh}`", $"the states, which now include `{state.Text.En}`");
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

    // A state that the upper rule would not recognise. Leaving out states is allowed.
    private static StateInfo? Unanswered(ImmutableArray<StateInfo> above, ImmutableArray<StateInfo> here) =>
        above.IsEmpty ? null : here.FirstOrDefault(s => above.All(a => a.Id != s.Id && !a.Answers.Contains(s.Text.Zh)));
}
