using System.Text;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting;

/// <summary>Findings for people: one paragraph each, with the places that contradict each other below it.</summary>
public static class FindingsText
{
    /// <summary>The text; without findings one line that says so.</summary>
    public static string Write(FactsReview review, Language language)
    {
        ArgumentNullException.ThrowIfNull(review);
        var words = new Wording(language);
        var text = new StringBuilder();
        foreach (var finding in review.Findings)
        {
            text.Append(VisibleText.OneLine(words.Say($"[{finding.Check.Id}] {finding.Check.Title.Zh}：{finding.Message.Zh}", $"[{finding.Check.Id}] {finding.Check.Title.En}: {finding.Message.En}")) + "\n");
            foreach (var place in finding.Places)
            {
                text.Append($"    {VisibleText.OneLine(place.Line(language))}\n");
            }
        }

        var (checks, key) = (review.Assessment.Scheme.Checks.Length, review.Assessment.Scheme.Key);
        text.Append(words.Say(
            $"{key}：做了 {checks} 项校核，发现 {review.Findings.Length} 处矛盾。\n",
            $"{key}: {checks} checks, {review.Findings.Length} findings.\n"));
        return text.ToString();
    }
}
