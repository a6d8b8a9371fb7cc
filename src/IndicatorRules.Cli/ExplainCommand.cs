using System.CommandLine;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Cli;

/// <summary><c>explain FACTS INDICATOR</c>: why a verdict is so, by what margin, what would change it, and by which rules.</summary>
internal sealed class ExplainCommand : Verb
{
    private readonly Argument<string> _facts = VerbOptions.Facts();

    private readonly Argument<string> _indicator = new("INDICATOR")
    {
        Description = "序号、指标名称或编号 / number, name or id of an indicator",
    };

    private readonly Option<string?> _scheme = VerbOptions.Scheme();
    private readonly NumberOption _year = VerbOptions.Year();
    private readonly Option<bool> _rules = new("--rules") { Description = "也列出各级的规则 / list the rules of every level too" };

    internal ExplainCommand(Terminal terminal, string directory)
        : base("explain", "说明一项判定的理由 / tell why a verdict is what it is", terminal, directory)
    {
        Arguments.Add(_facts);
        Arguments.Add(_indicator);
        Options.Add(_scheme);
        Options.Add(_year);
        Options.Add(_rules);
        Lock = new LockOptions();
        foreach (var option in Lock.All)
        {
            Options.Add(option);
        }

        Place = AddPlace();
        Trust = new ExtensionFlags(this);
    }

    private protected override int Work(Session session)
    {
        var host = session.Host;
        var facts = session.RequireOfFacts(session.ReadFacts(session.Get(_facts), session.Get(_scheme), session.Get(_year)));
        var options = new AssessOptions { Scheme = session.Get(_scheme), Year = session.Get(_year) };
        var assessment = session.RequireOfFacts(host.Assess(facts, options, session.CancellationToken));
        var asked = SchemeTexts.Find(session, assessment.Scheme, session.Get(_indicator));
        foreach (var line in Lines(assessment.Find(asked.Id)!, assessment, session.Language, session.Get(_rules)))
        {
            session.WriteLine(line);
        }

        return session.Ended(ExitCode.Done);
    }

    private static IEnumerable<string> Lines(IndicatorVerdict verdict, Assessment assessment, Language language, bool withRules)
    {
        var words = new Wording(language);
        var indicator = verdict.Indicator;
        var margins = string.Concat(verdict.MarginTexts(language).Select(m => words.Say("，", ", ") + m));
        var applied = string.Join(words.Say("、", ", "), verdict.UnprintedRequirements(language));
        var judged = applied.Length == 0 ? "" : words.Say($"，实际按 {applied}", $", judged by {applied}");
        var basis = verdict.Basis is null ? "" : words.Say($"（{words.Of(verdict.Basis)}）", $" ({words.Of(verdict.Basis)})");
        yield return words.Say(
            $"第{indicator.Number}项“{indicator.Name.Zh}”：{words.Of(verdict.Status)}{basis}{margins}",
            $"{indicator.Number} {indicator.Name.En}: {words.Of(verdict.Status)}{basis}{margins}");
        yield return words.Say("只认有据的：", "on measured evidence alone: ") + words.Of(verdict.Verdict.Proven);
        var (printed, source) = (Line(indicator.Target, language), SchemeTexts.Source(indicator.Source));
        yield return words.Say($"目标：{printed}{judged}（{source}）", $"target: {printed}{judged} ({source})");
        yield return $"{words.Say("数据来源：", "facts from: ")}{verdict.Facts?.Own.Source?.ToString() ?? "-"}";
        foreach (var (what, said) in Beside(verdict, words))
        {
            yield return $"{what}{words.Say("：", ": ")}{said.Replace('\n', ' ')}";
        }

        foreach (var reason in verdict.Reasons(language))
        {
            yield return $"  {reason}";
        }

        if (verdict.Progress is { } progress)
        {
            yield return $"{words.Say("进度：", "progress: ")}{progress.Sentence(language)}";
        }

        if (verdict.Points is { } points)
        {
            var why = points.IsExact ? "" : $" ({points.Why.In(language)})";
            yield return $"{words.Say("得分：", "points: ")}{points.OfPossible(language)}{why}";
        }

        var labels = new SchemeLabels(assessment.Scheme, language);
        if (indicator.Combines is { } combines)
        {
            yield return $"{words.Say("判定办法：", "judged by: ")}{SchemeTexts.Combination(assessment.Scheme, combines, words)}";
        }

        foreach (var (scheme, rule) in !withRules || indicator is { Combines: not null, From.IsEmpty: true } ? []
                     : Rules(indicator, assessment.Scheme, []))
        {
            var code = rule.Code.Trim().ReplaceLineEndings(" ");
            yield return $"{words.Say("规则", "rule")} [{labels.Of(scheme)}] {rule.File}({rule.Line}): {code}";
        }

        foreach (var flip in verdict.Flips(language))
        {
            yield return $"{words.Say("怎样会改判：", "turns: ")}{flip}";
        }

        foreach (var stage in verdict.Stages)
        {
            yield return $"{StageLine(stage, words)}";
            foreach (var reason in stage.Reasons(language))
            {
                yield return $"  {reason}";
            }
        }
    }

    private static IEnumerable<(string What, string Said)> Beside(IndicatorVerdict verdict, Wording words)
    {
        var facts = verdict.Facts?.Items.Select(i => i.Fact).Prepend(verdict.Facts.Own).ToList() ?? [];
        return facts.Select(f => f.Owner).OfType<string>().Distinct().Select(o => (words.Say("责任单位", "office"), o))
            .Concat(facts.Select(f => f.Note).OfType<string>().Distinct().Select(n => (words.Say("备注", "note"), n)));
    }

    private static string StageLine(StageVerdict stage, Wording words)
    {
        var (of, target) = (stage.Stage.Stage, Line(stage.Stage.Target, words.Language));
        var then = !stage.Due && stage.Status != Status.NotApplicable
            ? words.Say("尚未到期", "not due yet") + stage.Verdict.Proven switch
            {
                Status.Met => words.Say($"；按 {stage.FactsYear} 年数已达到", $"; met by the figures of {stage.FactsYear}"),
                Status.NotMet => words.Say($"；按 {stage.FactsYear} 年数未达到", $"; not met by the figures of {stage.FactsYear}"),
                _ => "",
            }
            : (stage.HasCome ? words.Say("已到期，", "due: ") : "") + words.Of(stage.Status);
        return words.Say($"{of.Name.Zh}（{of.Year} 年）：{target} → {then}", $"{of.Name.En} ({of.Year}): {target} → {then}");
    }

    private static string Line(LocalizedText text, Language language) => text.In(language).Replace('\n', ' ');

    // Uppermost first, each once, even if several ways lead to it.
    private static IEnumerable<(string Scheme, RuleText Rule)> Rules(
        Indicator indicator, Scheme scheme, HashSet<(string Scheme, string Indicator)> seen) =>
        !seen.Add((scheme.Id, indicator.Id)) ? [] :
        indicator.From.SelectMany(from => Rules(scheme.Upper(from), scheme.Uppers.First(b => b.Id == from.SchemeId), seen))
            .Append((scheme.Id, indicator.Rule));
}
