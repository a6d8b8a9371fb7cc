using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Judging;

namespace IndicatorRules.Reporting;

/// <summary>Points of rows, domains and adjustments in words.</summary>
internal static class PointsText
{
    /// <summary>Whether a row has points, so that the report has a column for them.</summary>
    internal static bool Any(IEnumerable<Assessment> assessments) => assessments.Any(a => a.Indicators.Any(v => v.Points is not null));

    /// <summary>The points of each domain, and the adjustments with their reasons; nothing without points.</summary>
    internal static IEnumerable<string> Lines(Assessment assessment, Language language)
    {
        var words = new Wording(language);
        var domains = assessment.Summary.ByDomain.Where(d => d.Points is not null)
            .Select(d => $"{d.Domain.Name.In(language)} {d.Points}").ToList();
        if (domains.Count > 0)
        {
            yield return words.Say($"各领域得分：{string.Join("，", domains)}。", $"Points by domain: {string.Join(", ", domains)}.");
        }

        foreach (var given in assessment.Conclusion?.Adjustments ?? [])
        {
            var name = assessment.Conclusion!.Plan.Adjustments.First(a => a.Id == given.Id).Name.In(language);
            var source = given.Source is { } named ? words.Say($"（{named}）", $" ({named})") : "";
            yield return words.Say(
                $"加减分“{name}”{Wording.Signed(given.Points)} 分：{given.Reason}{source}。",
                $"Adjustment “{name}” {Wording.Signed(given.Points)}: {given.Reason}{source}.");
        }
    }

    /// <summary>Why the points of a row are open; empty where they are not.</summary>
    internal static string Open(RowPoints? points, Wording words) => points is null || points.IsExact ? ""
        : words.Say(
            $"得分 {points.OfPossible(Language.Zh)}，{points.Why.Zh}", $"points {points.OfPossible(Language.En)}, {points.Why.En}");
}
