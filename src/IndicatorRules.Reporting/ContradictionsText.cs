using System.Text;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting;

/// <summary>Findings for people: one paragraph each, with the places that contradict each other below it.</summary>
public static class ContradictionsText
{
    /// <summary>The text; without findings one line that says so.</summary>
    public static string Write(FactsReview review, Language language)
    {
        ArgumentNullException.ThrowIfNull(review);
        var words = new Wording(language);
        var text = new StringBuilder();
        foreach (var contradiction in review.Contradictions)
        {
            text.Append(VisibleText.OneLine(words.Say($"[{contradiction.Check.Id}] {contradiction.Check.Title.Zh}：{contradiction.Message.Zh}", $"[{contradiction.Check.Id}] {contradiction.Check.Title.En}: {contradiction.Message.En}")) + "\n");
            foreach (var side in contradiction.Sides)
            {
                text.Append($"    {VisibleText.OneLine(side.Line(language))}\n");
            }
        }

        var (checks, key) = (review.Assessment.Scheme.Checks.Length, review.Assessment.Scheme.Key);
        text.Append(words.Say(
            $"{key}：做了 {checks} 项校核，发现 {review.Contradictions.Length} 处矛盾。\n",
            $"{key}: {checks} checks, {review.Contradictions.Length} findings.\n"));
        return text.ToString();
    }
}
