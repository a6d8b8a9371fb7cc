using System.Text.RegularExpressions;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Office.Forms;

/// <summary>
/// What the rules of an indicator can use, by the words in them and in the rules of upper schemes. It decides how a form looks and never
/// what is read: what is filled in anywhere counts.
/// </summary>
internal static partial class FormScope
{
    private const int MostLevels = 20;

    /// <summary>Whether a rule asks for the superior's task.</summary>
    internal static bool UsesTask(Scheme scheme, Indicator indicator) =>
        Rules(scheme, indicator, 0).Any(r => r.Contains("SuperiorTask", StringComparison.Ordinal));

    /// <summary>Whether a rule compares with another year.</summary>
    internal static bool UsesTrend(Scheme scheme, Indicator indicator) => Rules(scheme, indicator, 0).Any(r => Trend().IsMatch(r));

    private static IEnumerable<string> Rules(Scheme scheme, Indicator indicator, int level)
    {
        yield return indicator.Rule.Code;
        foreach (var stage in indicator.Stages)
        {
            yield return stage.Rule.Code;
        }

        foreach (var from in level < MostLevels ? indicator.From : [])
        {
            var upper = scheme.Uppers.First(u => u.Id == from.SchemeId);
            foreach (var rule in Rules(upper, scheme.Upper(from), level + 1))
            {
                yield return rule;
            }
        }
    }

    [GeneratedRegex("Stable|Improv|Reduc|Lower|Unchanged|Previous|Since|YearsBack|Trend|Change|Kept")]
    private static partial Regex Trend();
}
