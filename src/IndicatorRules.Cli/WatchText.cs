using System.Text;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Cli;

/// <summary>What <c>watch</c> says, in one language.</summary>
internal sealed class WatchText(Language language)
{
    private readonly Wording _words = new(language);

    internal string Watching => _words.Say("正在监视，按 Ctrl+C 结束", "watching; Ctrl+C ends");

    internal string Unchanged => _words.Say("  判定没有变化\n", "  no verdict changed\n");

    internal string Ended => _words.Say("已结束", "ended");

    internal string Of(SchemeChange change) => $"{change.Id}@{change.Version} {change.Kind switch
    {
        SchemeChangeKind.Added => _words.Say("新增", "added"),
        SchemeChangeKind.Replaced => _words.Say("已更新", "replaced"),
        SchemeChangeKind.Withdrawn => _words.Say("已移除", "withdrawn"),
        SchemeChangeKind.Recovered => _words.Say("已恢复正常", "well again"),
        _ => _words.Say("有误，仍用原来的", "broken; the old one stays in force"),
    }}\n";

    internal string Summary(Assessment assessment)
    {
        var counts = new[] { Status.Met, Status.NotMet, Status.NotApplicable, Status.Undetermined }
            .Select(s => $"{_words.Of(s)} {assessment.Indicators.Count(v => v.Status == s)}");
        return Line($"{assessment.Place.Name} {assessment.Year} {assessment.Scheme.Key}: {string.Join(", ", counts)}");
    }

    /// <summary>The rows that came, went, or are judged otherwise, then the counts; empty where there are none.</summary>
    internal string Difference(Assessment before, Assessment now)
    {
        var text = new StringBuilder();
        foreach (var verdict in now.Indicators)
        {
            var earlier = before.Indicators.FirstOrDefault(v => v.Indicator.Id == verdict.Indicator.Id);
            if (earlier is null || Row(earlier) != Row(verdict))
            {
                var from = earlier is null ? "—" : Row(earlier);
                text.Append(Line($"  {verdict.Indicator.Number} {verdict.Indicator.Name.In(language)}: {from} → {Row(verdict)}"));
            }
        }

        foreach (var gone in before.Indicators.Where(v => now.Indicators.All(n => n.Indicator.Id != v.Indicator.Id)))
        {
            text.Append(Line($"  {gone.Indicator.Number} {gone.Indicator.Name.In(language)}: {Row(gone)} → —"));
        }

        return text.Length == 0 ? "" : text.Append(Summary(now)).ToString();
    }

    private static string Line(string text) => VisibleText.OneLine(text) + "\n";

    private string Row(IndicatorVerdict verdict)
    {
        var margin = verdict.Margin is { } m ? $" {Wording.WithUnit(Wording.Signed(m), verdict.Indicator.Unit)}" : "";
        return $"{_words.Of(verdict.Status)} ({_words.Of(verdict.Basis)}){margin}";
    }
}
