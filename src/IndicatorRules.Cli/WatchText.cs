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

    private readonly VerdictChange _change = new(language);

    internal string Watching => _words.Say(
        "正在等待改动，存盘后自动重判（Ctrl+C 结束）", "waiting for changes; each save is judged anew (Ctrl+C ends)");

    internal string Unchanged => _words.Say("  判定没有变化\n", "  no verdict changed\n");

    internal string FactsRefused => _words.Say(
        "  填报数据有错，仍按改之前的填报数据\n", "  the facts are wrong; those before stay in force\n");

    internal string Ended => _words.Say("已结束", "ended");

    /// <summary>What has changed about a scheme.</summary>
    /// <param name="change">The change.</param>
    /// <param name="title">The scheme's title; null if it is not known any more.</param>
    internal string Of(SchemeChange change, LocalizedText? title) => Line($"{Named(change, title)} {change.Kind switch
    {
        SchemeChangeKind.Added => _words.Say("新增", "added"),
        SchemeChangeKind.Replaced => _words.Say("已更新", "replaced"),
        SchemeChangeKind.Withdrawn => _words.Say("已移除", "withdrawn"),
        SchemeChangeKind.Recovered => _words.Say("已恢复正常", "well again"),
        _ => _words.Say("这次改动有错，仍按改之前的规则评判", "broken; the old one stays in force"),
    }}");

    private string Named(SchemeChange change, LocalizedText? title) => title is { } known
        ? _words.Say($"《{known.Zh}》{change.Version} 版", $"{known.En} {change.Version}") : $"{change.Id}@{change.Version}";

    internal string Summary(Assessment assessment)
    {
        var counted = assessment.Indicators.Where(v => v.Indicator.IsCounted).ToList();
        var due = counted.SelectMany(v => v.DueStages).ToList();
        var targets = due.Count == 0 ? "" : $"{_words.Say("；到期目标：", "; targets due: ")}{Counts(due.Select(s => s.Status))}";
        var rows = Counts(counted.Select(v => v.Status));
        return Line(_words.Say(
            $"{assessment.Place.Name} {assessment.Year} 年《{assessment.Scheme.Title.Zh}》：{rows}{targets}",
            $"{assessment.Place.Name} {assessment.Year} {assessment.Scheme.Key}: {rows}{targets}"));
    }

    private string Counts(IEnumerable<Status> statuses)
    {
        var all = statuses.ToList();
        return string.Join(_words.Say("，", ", "), Kinds.Select(k => $"{_words.Of(k)} {all.Count(s => s == k)}"));
    }

    /// <summary>The rows that were added, removed or judged differently, then the counts; empty if there are none.</summary>
    internal string Difference(Assessment before, Assessment now)
    {
        var text = new StringBuilder();
        foreach (var verdict in now.Indicators)
        {
            var name = Name(verdict);
            if (before.Indicators.FirstOrDefault(v => v.Indicator.Id == verdict.Indicator.Id) is not { } earlier)
            {
                text.Append(Line($"  {name}{_change.Row(verdict)}"));
                continue;
            }

            var (was, comes, stages) = (_change.Row(earlier), _change.Row(verdict), _change.Stages(earlier, verdict).ToList());
            if (was != comes)
            {
                var way = _change.Way(earlier, verdict) is { Length: > 0 } said ? _words.Say($"（{said}）", $" ({said})") : "";
                text.Append(Line($"  {name}{was} → {comes}{way}"));
            }

            foreach (var stage in stages)
            {
                text.Append(Line($"  {(was == comes ? name : "    ")}{stage}"));
            }
        }

        foreach (var gone in before.Indicators.Where(v => now.Indicators.All(n => n.Indicator.Id != v.Indicator.Id)))
        {
            text.Append(Line($"  {Name(gone)}{_change.Row(gone)} → —"));
        }

        return text.Length == 0 ? "" : text.Append(Summary(now)).ToString();
    }

    private static string Line(string text) => VisibleText.OneLine(text) + "\n";

    private string Name(IndicatorVerdict verdict) => _words.Say(
        $"第{verdict.Indicator.Number}项“{verdict.Indicator.Name.Zh}”：", $"{verdict.Indicator.Number} {verdict.Indicator.Name.En}: ");
}
