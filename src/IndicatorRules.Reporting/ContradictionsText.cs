using System.Text;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting;

/// <summary>Writes contradictions as text: one paragraph each, with the facts that contradict each other below it.</summary>
public static class ContradictionsText
{
    /// <summary>The text; a single line if there are no contradictions.</summary>
    public static string Write(FactsReview review, Language language)
    {
        ArgumentNullException.ThrowIfNull(review);
        var words = new Wording(language);
        var text = new StringBuilder();
        foreach (var contradiction in review.Contradictions)
        {
            var (id, title, message) = (contradiction.Check.Id, contradiction.Check.Title, contradiction.Message);
            text.Append(VisibleText.OneLine(words.Say($"[{id}] {title.Zh}：{message.Zh}", $"[{id}] {title.En}: {message.En}")) + "\n");
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
