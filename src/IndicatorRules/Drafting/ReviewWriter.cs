using System.Text;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Targets;

namespace IndicatorRules.Drafting;

/// <summary>Writes what a person has to decide about a draft.</summary>
internal static class ReviewWriter
{
    internal static string Write(PluginDraft draft)
    {
        var text = new StringBuilder();
        int Count(Certainty certainty) => draft.Rows.Count(r => r.Certainty == certainty);
        text.Append($"# 待核事项：{Shown(draft.Title)}\n\n共 {draft.Rows.Length} 项：有把握 {Count(Certainty.Sure)} 项，"
            + $"待核 {Count(Certainty.Guess)} 项，没读懂 {Count(Certainty.Cannot)} 项。\n\n");
        text.Append(
            "“有把握”是指：指标值的每个字都读到了，规则读回来就是印的那句话。“待核”的规则是推断的，定了以后删去 `scheme.json` 里"
            + "这一项的 `note`。“没读懂”的暂记为不明，判定结果是“无法判定”，要人来写规则。\n\n");
        Notices(text, draft, "整张表", l => l.Zh);
        text.Append("| 序号 | 指标名称 | 指标值 | 规则 | 把握 | 要定的事 |\n|---|---|---|---|---|---|\n");
        Rows(text, draft, l => l.Zh, Word);
        text.Append("\n# For review\n\n");
        text.Append($"{draft.Rows.Length} rows: {Count(Certainty.Sure)} sure, {Count(Certainty.Guess)} guesses, "
            + $"{Count(Certainty.Cannot)} not read.\n\n");
        Notices(text, draft, "The table", l => l.En);
        text.Append("| no. | name | target | rule | certainty | to decide |\n|---|---|---|---|---|---|\n");
        Rows(text, draft, l => l.En, c => c switch { Certainty.Sure => "sure", Certainty.Guess => "guess", _ => "cannot" });
        return text.ToString();
    }

    /// <summary>The certainty in the words of a Chinese reader.</summary>
    internal static string Word(Certainty certainty) => certainty switch
    {
        Certainty.Sure => "有把握",
        Certainty.Guess => "待核",
        _ => "没读懂",
    };

    private static void Notices(StringBuilder text, PluginDraft draft, string heading, Func<LocalizedText, string> say)
    {
        if (draft.Notices.Length > 0)
        {
            text.Append($"## {heading}\n\n");
            foreach (var notice in draft.Notices)
            {
                text.Append($"- {Shown(say(notice))}\n");
            }

            text.Append('\n');
        }
    }

    private static void Rows(StringBuilder text, PluginDraft draft, Func<LocalizedText, string> say, Func<Certainty, string> word)
    {
        foreach (var row in draft.Rows)
        {
            text.Append($"| {Shown(row.Number)} | {Shown(row.Name)} | {Shown(row.Target)} | {Code(row.Rule)} | {word(row.Certainty)} | "
                + $"{Shown(string.Join(' ', row.Questions.Select(say)))} |\n");
            foreach (var stage in row.Stages)
            {
                text.Append($"| | {stage.Year} | {Shown(stage.Target)} | {Code(stage.Rule)} | {word(stage.Certainty)} | |\n");
            }
        }
    }

    private static string Code(string rule) =>
        $"`{rule.Replace("|", "\\|", StringComparison.Ordinal).Replace('`', ' ').Replace('\n', ' ')}`";

    // A stranger's words in a table of Markdown: no markup, no lines.
    private static string Shown(string text)
    {
        var shown = new StringBuilder();
        foreach (var c in text)
        {
            shown.Append(c switch
            {
                '\n' => "<br>",
                '<' => "＜",
                '>' => "＞",
                '|' or '\\' or '`' or '*' or '_' or '[' or ']' or '#' => $"\\{c}",
                _ when char.IsControl(c) => " ",
                _ => $"{c}",
            });
        }

        return shown.ToString();
    }
}
