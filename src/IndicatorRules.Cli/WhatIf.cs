using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Reporting;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Cli;

/// <summary>What would become of the verdicts with other values (<c>--set</c>): the rows that change, and the counts.</summary>
internal sealed partial class WhatIf(Language language, TextLayout layout)
{
    private readonly Wording _words = new(language);

    private readonly VerdictChange _change = new(language);

    /// <summary>The words of <c>--set 29=48.5,3=28</c>. A comma within a name or value is part of it: 1,200.</summary>
    internal static IEnumerable<string> Split(string word)
    {
        var start = 0;
        foreach (Match comma in Comma().Matches(word))
        {
            if (word.AsSpan(start, comma.Index - start).IndexOfAny('=', '＝') >= 0)
            {
                yield return word[start..comma.Index];
                start = comma.Index + 1;
            }
        }

        yield return word[start..];
    }

    /// <summary>The change that a word of <c>--set</c> says; null for a word that says none.</summary>
    internal static FactChange? Parse(string word)
    {
        var at = word.AsSpan().IndexOfAny('=', '＝');
        var (asked, value) = at < 0 ? ("", "") : (word[..at].Trim(), word[(at + 1)..].Trim());
        return asked.Length > 0 && value.Length > 0 ? new FactChange(asked, value) : null;
    }

    internal string Write(Assessment before, Assessment now, ImmutableArray<FactChange> changes)
    {
        var text = new StringBuilder();
        var said = string.Join(_words.Say("，", ", "), changes.Select(c => $"{c.Asked} = {c.Value}"));
        Line(_words.Say(
            $"{now.Place.Name} {now.Year} 年 · {now.Scheme.Title.Zh}（{now.Scheme.Version} 版）：假设 {said}，填报数据不变",
            $"{now.Place.Name} {now.Year} · {now.Scheme.Title.En}: supposing {said}; the facts stay as they are"));
        var rows = new List<string[]>();
        foreach (var verdict in now.Indicators)
        {
            var old = before.Find(verdict.Indicator.Id)!;
            var stages = string.Join('\n', _change.Stages(old, verdict));
            if (_change.Row(old) != _change.Row(verdict) || stages.Length > 0)
            {
                var name = verdict.Indicator.Name.In(language);
                rows.Add([verdict.Indicator.Number, name, _change.Row(old), _change.Row(verdict), _change.Way(old, verdict), stages]);
            }
        }

        if (rows.Count == 0)
        {
            Line(_words.Say("各项判定都不变。", "No verdict changes."));
            return text.ToString();
        }

        text.Append(layout.Table(
            [
                _words.Say("序号", "No."), _words.Say("指标", "Indicator"), _words.Say("现在", "Now"), _words.Say("假设后", "Then"),
                _words.Say("变化", "Change"), _words.Say("阶段目标", "Dated targets"),
            ],
            rows));
        var (a, b) = (before.Summary.All, now.Summary.All);
        Line(_words.Say(
            $"合计 {b.Total} 项：达标 {Change(a.Met, b.Met)}，未达标 {Change(a.NotMet, b.NotMet)}，"
                + $"不适用 {Change(a.NotApplicable, b.NotApplicable)}，无法判定 {Change(a.Undetermined, b.Undetermined)}。",
            $"In all {b.Total}: met {Change(a.Met, b.Met)}, not met {Change(a.NotMet, b.NotMet)}, "
                + $"not applicable {Change(a.NotApplicable, b.NotApplicable)}, undetermined {Change(a.Undetermined, b.Undetermined)}."));
        Line(_words.Say(
            $"按原表算法：达标 {Change(before.Summary.ReportedMet, now.Summary.ReportedMet)} 项，"
                + $"未达标 {Change(before.Summary.ReportedNotMet, now.Summary.ReportedNotMet)} 项。",
            $"As the table counts: met {Change(before.Summary.ReportedMet, now.Summary.ReportedMet)}, "
                + $"not met {Change(before.Summary.ReportedNotMet, now.Summary.ReportedNotMet)}."));
        return text.ToString();

        void Line(string line) => text.Append(layout.Signs(VisibleText.OneLine(line))).Append('\n');
    }

    private static string Change(int before, int now) => before == now ? $"{now}" : $"{before} → {now}";

    // Before a name and its sign.
    [GeneratedRegex("[,，、;；](?=[^,，、;；=＝]+[=＝])")]
    private static partial Regex Comma();
}
