using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reporting;

/// <summary>The lines below a table: counts by status and basis, and the counts by the scheme's own tally.</summary>
internal static class SummaryText
{
    internal static IEnumerable<string> Lines(Assessment assessment, Language language)
    {
        var words = new Wording(language);
        var s = assessment.Summary;
        if (assessment.Indicators.Length < assessment.Judged)
        {
            yield return words.Say(
                $"只列出 {assessment.Indicators.Length} 项，共评判 {assessment.Judged} 项。",
                $"{assessment.Indicators.Length} of {assessment.Judged} rows are shown.");
        }

        yield return words.Say($"合计{Of(s.All, words)}。", $"In all {Of(s.All, words)}.");
        foreach (var (kind, counts) in s.ByKind)
        {
            var name = words.Say(kind.Name.Zh, string.Concat(kind.Name.En[..1].ToUpperInvariant(), kind.Name.En.AsSpan(1)));
            var left = kind.Counted ? "" : words.Say("（不计入合计）", " (not counted in all)");
            yield return words.Say($"{name}{left}{Of(counts, words)}。", $"{name}{left} {Of(counts, words)}.");
        }

        yield return Reported(assessment, words);
        foreach (var (stage, counts) in s.DueStages)
        {
            yield return words.Say(
                $"到期目标（{Named(stage, words)}）{Of(counts, words).TrimStart()}。",
                $"Targets due ({Named(stage, words)}), {Of(counts, words)}.");
        }

        foreach (var line in PointsText.Lines(assessment, language))
        {
            yield return line;
        }

        foreach (var sentence in assessment.Conclusion?.Reasons(language) ?? [])
        {
            yield return sentence + words.Say("。", ".");
        }
    }

    /// <summary>What the star means, where a row that is shown has one.</summary>
    internal static IEnumerable<string> Marks(Assessment assessment, Language language) =>
        assessment.Indicators.All(v => !v.Indicator.Starred && v.Indicator.Items.All(i => !i.Starred)) ? []
        : [new Wording(language).Say(
            $"注：标“*”的为{assessment.Scheme.StarMeaning.Zh}。", $"Note: * marks {assessment.Scheme.StarMeaning.En}.")];

    /// <summary>The reasons of every verdict that is not met by figures alone, and of points that are open.</summary>
    internal static IEnumerable<string> Notes(Assessment assessment, Language language)
    {
        var words = new Wording(language);
        foreach (var verdict in assessment.Indicators)
        {
            var open = PointsText.Open(verdict.Points, words);
            if (verdict.Status != Status.Met || verdict.Basis == Basis.Declared || open.Length > 0)
            {
                var reasons = Folded([.. verdict.Reasons(language)], words);
                var sentences = Sentences(open.Length == 0 ? reasons : reasons.Append(open), words);
                yield return $"{Row(verdict, language)}{words.Say("：", ": ")}{sentences}";
            }
        }
    }

    // What several sentences in a row conclude alike is said once, behind the last of them.
    private static IEnumerable<string> Folded(List<string> sentences, Wording words)
    {
        for (int i = 0, end; i < sentences.Count; i = end)
        {
            var said = Conclusion(sentences[i], words);
            end = i + 1;
            while (said.Length > 0 && end < sentences.Count && Conclusion(sentences[end], words) == said)
            {
                end++;
            }

            for (var at = i; at < end; at++)
            {
                var alone = sentences[at][..^(end - i > 1 ? said.Length : 0)];
                var count = end - i;
                yield return end - i == 1 || at < end - 1 ? alone
                    : alone + words.Say($"：以上 {count} 条均为{said[1..]}", $": these {count} are{said[1..]}");
            }
        }
    }

    // ：达标（按填报计，未经数据核实）; empty where a sentence concludes nothing.
    private static string Conclusion(string sentence, Wording words)
    {
        var said = Enum.GetValues<Status>().Select(s => words.Say("：", ": ") + words.Of(s))
            .Select(s => sentence.LastIndexOf(s, StringComparison.Ordinal)).Max();
        // Not that of a part in brackets.
        var tail = said < 0 ? "" : sentence[said..];
        return Times('（') == Times('）') && Times('(') == Times(')') ? tail : "";

        int Times(char one) => tail.AsSpan().Count(one);
    }

    /// <summary>The due targets that are missed or undetermined.</summary>
    internal static IEnumerable<string> Lacking(Assessment assessment, Language language) =>
        Due(assessment, language, due => due.Status is Status.NotMet or Status.Undetermined);

    /// <summary>The due targets that are met by a claim only.</summary>
    internal static IEnumerable<string> MetByClaim(Assessment assessment, Language language) =>
        Due(assessment, language, due => due is { Status: Status.Met, Basis: Basis.Declared });

    private static IEnumerable<string> Due(Assessment assessment, Language language, Func<StageVerdict, bool> isListed)
    {
        var words = new Wording(language);
        return
            from stage in assessment.Summary.DueStages.Select(d => d.Stage)
            from verdict in assessment.Indicators
            from due in verdict.DueStages
            where due.Stage.Stage.Id == stage.Id && isListed(due)
            let target = due.Stage.Target.In(language).Replace('\n', ' ')
            let head = $"{Row(verdict, language)}{words.Say("，", ", ")}{Named(stage, words)}"
            let reasons = Sentences(due.Reasons(language), words)
            select words.Say(
                $"{head}“{target}”{words.Of(due.Status)}：{reasons}",
                $"{head} “{target}” {words.Of(due.Status)}: {reasons}");
    }

    /// <summary>How far each row has come on the way to its next dated target.</summary>
    internal static IEnumerable<string> Progress(Assessment assessment, Language language) =>
        assessment.Indicators.Where(v => v.Progress is not null)
            .Select(v => $"{Row(v, language)}{new Wording(language).Say("，", ", ")}{v.Progress?.Sentence(language)}");

    internal static string LackingHeading(Wording words) => words.Say("到期目标的缺口：", "Lacking of the targets due:");

    internal static string ClaimsHeading(Wording words) =>
        words.Say("到期目标中只凭自报达标的：", "Targets due that are met by claims alone:");

    internal static string Title(Assessment assessment, Language language)
    {
        var words = new Wording(language);
        var evidence = assessment.Evidence == Evidence.Measured ? words.Say("，只认有据的", ", measured evidence only") : "";
        return words.Say(
            $"{assessment.Place.Name} {assessment.Year} 年 · {assessment.Scheme.Title.Zh}（{assessment.Scheme.Version} 版{evidence}）",
            $"{assessment.Place.Name} {assessment.Year} · {assessment.Scheme.Title.En} ({assessment.Scheme.Key}{evidence})");
    }

    /// <summary>A stage with its year: 近期目标 2025 年, Near-term target 2025.</summary>
    internal static string Named(Stage stage, Wording words) =>
        words.Say($"{stage.Name.Zh} {stage.Year} 年", $"{stage.Name.En} {stage.Year}");

    internal static string Sentences(IEnumerable<string> reasons, Wording words) => string.Join(words.Say("；", "; "), reasons);

    private static string Row(IndicatorVerdict verdict, Language language) =>
        $"{verdict.Indicator.Number} {verdict.Indicator.Name.In(language)}";

    // The counts by status add up to the total.
    internal static string Of(Counts c, Wording words) => words.Say(
        $" {c.Total} 项：达标 {c.Met}{Declared(c.DeclaredMet, words)}，未达标 {c.NotMet}{Declared(c.DeclaredNotMet, words)}，"
            + $"不适用 {c.NotApplicable}，无法判定 {c.Undetermined}",
        $"{c.Total}: met {c.Met}{Declared(c.DeclaredMet, words)}, not met {c.NotMet}{Declared(c.DeclaredNotMet, words)}, "
            + $"not applicable {c.NotApplicable}, undetermined {c.Undetermined}");

    private static string Declared(int count, Wording words) =>
        count == 0 ? "" : words.Say($"（其中自报 {count}）", $" ({count} declared)");

    // The scheme's tally always includes claims. The line says so if the other counts do not.
    private static string Reported(Assessment assessment, Wording words)
    {
        var (s, scheme) = (assessment.Summary, assessment.Scheme);
        var table = scheme.Source.Table;
        var name = table.Length == 0 ? words.Say("本体系", "this scheme") : scheme.Source.TableName.In(words.Language);
        Status[] kinds = [Status.NotApplicable, Status.Undetermined];
        var taken = kinds.Where(k => scheme.Tally.Count(k) != k)
            .Select(k => words.Say(
                $"{words.Of(k)}计为{words.Of(scheme.Tally.Count(k))}", $"{words.Of(k)} counts as {words.Of(scheme.Tally.Count(k))}"));
        var counted = assessment.Indicators.Where(v => v.Indicator.IsCounted).Select(v => v.Verdict.Claimed).ToHashSet();
        var left = kinds.Where(k => scheme.Tally.Count(k) == k && counted.Contains(k))
            .Select(k => words.Say($"{words.Of(k)}不计", $"{words.Of(k)} does not count"));
        var claims = assessment.Evidence == Evidence.Measured ? [words.Say("含自报", "with declarations")] : Array.Empty<string>();
        var how = string.Join(words.Say("，", ", "), [.. taken, .. left, .. claims]);
        return words.Say(
            $"按{name}算法{(how.Length > 0 ? $"（{how}）" : "")}：达标 {s.ReportedMet} 项，未达标 {s.ReportedNotMet} 项。",
            $"As {name} counts{(how.Length > 0 ? $" ({how})" : "")}: met {s.ReportedMet}, not met {s.ReportedNotMet}.");
    }
}
