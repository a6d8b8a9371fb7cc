using System.CommandLine;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Cli;

/// <summary><c>explain FACTS INDICATOR</c>: why, how far, what would turn it, and who says so.</summary>
internal sealed class ExplainCommand : Verb
{
    private readonly Argument<string> _facts = new("FACTS") { Description = "填报数据文件 / facts file" };
    private readonly Argument<string> _indicator = new("INDICATOR") { Description = "指标编号或序号 / indicator id or number" };
    private readonly Option<string?> _scheme = new("--scheme") { Description = "指标体系 / scheme", HelpName = "ID[@RANGE]" };
    private readonly NumberOption _year = new("--year") { Description = "年份，默认最近一年 / year, the latest by default" };

    private readonly LockOptions _lockOptions = new();
    private readonly ExtensionFlags _extensions;

    internal ExplainCommand(Terminal terminal, string directory)
        : base("explain", "说明一项判定的理由 / tell why a verdict is what it is", terminal, directory)
    {
        Arguments.Add(_facts);
        Arguments.Add(_indicator);
        Options.Add(_scheme);
        Options.Add(_year);
        foreach (var option in _lockOptions.All)
        {
            Options.Add(option);
        }

        _extensions = new ExtensionFlags(this);
    }

    private protected override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var language = LanguageOf(parsed);
        using var extensions = _extensions.Open(parsed, PluginDirectories(parsed), Full, d => Tell(d, language));
        if (extensions is null)
        {
            return ExitCode.WrongInput;
        }

        using var host = OpenHost(parsed, _lockOptions, extensions: extensions);
        if (host is null || ReadFacts(parsed.GetValue(_facts)!, host, language, extensions) is not { } facts)
        {
            return ExitCode.WrongInput;
        }

        var assessed = host.Assess(
            facts, new AssessOptions { Scheme = parsed.GetValue(_scheme), Year = _year.In(parsed) }, cancellation);
        Tell(assessed.Diagnostics, language);
        if (assessed.Value is not { } assessment)
        {
            return ExitCode.WrongInput;
        }

        var asked = parsed.GetValue(_indicator)!;
        var verdict = assessment.Indicators.FirstOrDefault(v => v.Indicator.Id == asked || $"{v.Indicator.Number}" == asked);
        if (verdict is null)
        {
            var suggestion = Nearest.To(asked, assessment.Indicators.Select(v => v.Indicator.Id));
            Tell([new Diagnostic(DiagnosticCatalog.FactsUnknownIndicator, new Location(assessment.Scheme.Key), [asked, assessment.Scheme.Id], suggestion)], language);
            return ExitCode.WrongInput;
        }

        foreach (var line in Lines(verdict, assessment, language))
        {
            WriteLine(line);
        }

        return ExitCode.Done;
    }

    private static IEnumerable<string> Lines(IndicatorVerdict verdict, Assessment assessment, Language language)
    {
        var words = new Wording(language);
        var indicator = verdict.Indicator;
        var margin = verdict.Margin is { } m ? $"{words.Say("，差距 ", ", margin ")}{Wording.WithUnit(Wording.Signed(m), indicator.Unit)}" : "";
        yield return $"{indicator.Number} {indicator.Name.In(language)}: {words.Of(verdict.Status)} ({words.Of(verdict.Basis)}){margin}";
        yield return $"{words.Say("只认实测", "on measured evidence alone")}: {words.Of(verdict.Verdict.Proven)}";
        yield return $"{words.Say("目标", "target")}: {indicator.Target.In(language).Replace('\n', ' ')} ({SchemeTexts.Source(indicator.Source)})";
        yield return $"{words.Say("数据来源", "facts from")}: {verdict.Facts?.Own.Source?.ToString() ?? "-"}";
        foreach (var reason in verdict.Reasons(language))
        {
            yield return $"  {reason}";
        }

        foreach (var (scheme, rule) in Rules(indicator, assessment.Scheme, []))
        {
            yield return $"{words.Say("规则", "rule")} [{scheme}] {rule.File}({rule.Line}): {rule.Code.Trim().ReplaceLineEndings(" ")}";
        }

        if (verdict.Verdict.Finding is { } finding && Flip.Of(finding) is { } flip)
        {
            yield return FlipLine(flip, words, language);
        }

        foreach (var stage in verdict.Stages)
        {
            yield return $"{stage.Stage.Stage.Name.In(language)} {stage.Stage.Stage.Year}: {stage.Stage.Target.In(language).Replace('\n', ' ')} → {words.Of(stage.Status)}";
            foreach (var reason in stage.Reasons(language))
            {
                yield return $"  {reason}";
            }
        }
    }

    // Uppermost first, each once, however many ways lead to it.
    private static IEnumerable<(string Scheme, RuleText Rule)> Rules(Indicator indicator, Scheme scheme, HashSet<(string Scheme, string Indicator)> seen) =>
        !seen.Add((scheme.Id, indicator.Id)) ? [] :
        indicator.From.SelectMany(from => Rules(scheme.Upper(from), scheme.Bases.First(b => b.Id == from.SchemeId), seen))
            .Append((scheme.Id, indicator.Rule));

    private static string FlipLine(Flip flip, Wording words, Language language)
    {
        var name = flip.Finding.Text.Length > 0 && flip.Finding.Figure is null ? flip.Finding.Text : flip.Finding.Figure?.Name.In(language);
        var change = Wording.WithUnit(Wording.Signed(flip.Change), flip.Finding.Unit);
        return flip.Beyond
            ? words.Say($"翻转：{name} 变化超过 {change} 即变为{words.Of(flip.To)}", $"turns: {name} changing by more than {change} gives {words.Of(flip.To)}")
            : words.Say($"翻转：{name} 变化 {change} 即变为{words.Of(flip.To)}", $"turns: {name} changing by {change} gives {words.Of(flip.To)}");
    }
}
