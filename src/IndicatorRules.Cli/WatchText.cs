using System.Text;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Reloading;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Cli;

/// <summary>The texts of <c>watch</c>, in one language.</summary>
internal sealed class WatchText(Language language)
{
    private static readonly Status[] Kinds = [Status.Met, Status.NotMet, Status.NotApplicable, Status.Undetermined];

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
        var counted = assessment.Indicators.Where(v => v.Indicator.IsCounted).ToList();
        var due = counted.SelectMany(v => v.DueStages).ToList();
        var targets = due.Count == 0 ? "" : $"; {_words.Say("到期目标", "targets due")}: {Counts(due.Select(s => s.Status))}";
        var rows = Counts(counted.Select(v => v.Status));
        return Line($"{assessment.Place.Name} {assessment.Year} {assessment.Scheme.Key}: {rows}{targets}");
    }

    private string Counts(IEnumerable<Status> statuses)
    {
        var all = statuses.ToList();
        return string.Join(", ", Kinds.Select(k => $"{_words.Of(k)} {all.Count(s => s == k)}"));
    }

    /// <summary>The rows that were added, removed or judged differently, then the counts; empty if there are none.</summary>
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
        var margin = string.Concat(verdict.MarginTexts(language).Take(1).Select(m => $" {m}"));
        return $"{_words.Of(verdict.Status)} ({_words.Of(verdict.Basis)}){margin}{string.Concat(verdict.DueStages.Select(Target))}";
    }

    private string Target(StageVerdict due)
    {
        var margin = due.Margin is { } m ? $" {Wording.WithUnit(Wording.Signed(m), due.Indicator.MeasuredIn ?? due.Indicator.Unit)}" : "";
        return $"; {due.Stage.Stage.Name.In(language)} {due.Stage.Stage.Year}: {_words.Of(due.Status)}{margin}";
    }
}
