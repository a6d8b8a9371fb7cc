using System.Collections.Immutable;
using System.CommandLine;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;

namespace IndicatorRules.Cli;

/// <summary><c>show SCHEME [INDICATOR]</c>: what a scheme asks, row by row.</summary>
internal sealed class ShowCommand : Verb
{
    private readonly Argument<string> _scheme = new("SCHEME") { Description = "指标体系 / scheme: ID[@RANGE]" };
    private readonly Argument<string?> _indicator = new("INDICATOR") { Description = "指标编号或序号 / indicator id or number", Arity = ArgumentArity.ZeroOrOne };

    private readonly Option<bool> _lineage = new("--lineage") { Description = "列出每行的名称、指标值、属性、规则各出自哪里 / tell where each row's name, target, binding and rule come from" };
    private readonly Option<string> _format = new Option<string>("--format")
    {
        Description = "输出格式，json 总带出处 / format; json always tells where rows come from",
        DefaultValueFactory = _ => "table",
    }.AcceptOnlyFromAmong("table", "json");

    internal ShowCommand(Terminal terminal, string directory)
        : base("show", "说明一个指标体系 / describe a scheme", terminal, directory)
    {
        Arguments.Add(_scheme);
        Arguments.Add(_indicator);
        Options.Add(_lineage);
        Options.Add(_format);
    }

    private protected override int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var language = LanguageOf(parsed);
        var catalog = SchemeCatalog.Discover(PluginDirectories(parsed));
        var asked = parsed.GetValue(_scheme)!;
        if (!SchemeName.TryParse(asked, out var name))
        {
            Tell([new Diagnostic(DiagnosticCatalog.Range, new Location(asked), [asked])], language);
            return ExitCode.WrongInput;
        }

        var resolved = catalog.Resolve(name.Id, name.Range);
        Tell(resolved.Diagnostics, language);
        if (resolved.Value is not { } scheme)
        {
            return ExitCode.WrongInput;
        }

        if (parsed.GetValue(_indicator) is not { } id)
        {
            return Show(parsed, scheme, scheme.Indicators, language, () => ShowAll(scheme, language));
        }

        return Find(scheme, id, language) is { } one
            ? Show(parsed, scheme, [one], language, () => ShowOne(scheme, one, language))
            : ExitCode.WrongInput;
    }

    private int Show(ParseResult parsed, Scheme scheme, ImmutableArray<Indicator> rows, Language language, Action plain)
    {
        if (parsed.GetValue(_format) == "json")
        {
            Terminal.Out.Write(ProvenanceJson.Write(scheme, rows));
        }
        else if (parsed.GetValue(_lineage))
        {
            var lineage = new ProvenanceText(scheme, language);
            var leftOut = rows.Length == scheme.Indicators.Length ? lineage.LeftOut() : [];
            Terminal.Out.Write(string.Concat(lineage.Lines(rows).Prepend($"{scheme.Title.In(language)} ({scheme.Key})").Concat(leftOut).Select(l => VisibleText.OneLine(l) + "\n")));
        }
        else
        {
            plain();
        }

        return ExitCode.Done;
    }

    private Indicator? Find(Scheme scheme, string id, Language language)
    {
        var indicator = scheme.Find(id) ?? scheme.Indicators.FirstOrDefault(i => $"{i.Number}" == id);
        if (indicator is null)
        {
            var suggestion = new DiagnosticBag().Guess(id, scheme.Indicators.Select(i => i.Id));
            Tell([new Diagnostic(DiagnosticCatalog.FactsUnknownIndicator, new Location(scheme.Key), [id, scheme.Id], suggestion)], language);
        }

        return indicator;
    }

    private void ShowAll(Scheme scheme, Language language)
    {
        var words = new Wording(language);
        WriteLine($"{scheme.Title.In(language)} ({scheme.Key})");
        WriteLine(scheme.Issuer.In(language));
        WriteLine($"{words.Say("来源", "source")}: {SchemeTexts.Source(scheme.Source)}");
        WriteLine($"{words.Say("上级体系", "extends")}: {SchemeTexts.Extends(scheme)}");
        if (scheme.InForceFrom is not null || scheme.InForceTo is not null)
        {
            WriteLine($"{words.Say("施行日期", "in force")}: {scheme.InForceFrom ?? "?"} – {scheme.InForceTo ?? ""}".TrimEnd());
        }

        if (scheme.Note.Zh.Length > 0)
        {
            WriteLines($"{words.Say("说明", "note")}: ", scheme.Note.In(language));
        }

        foreach (var asked in scheme.Place)
        {
            WriteLine($"{words.Say("行政区属性", "place attribute")}: {asked.Id} {asked.Name.In(language)} [{string.Join(", ", asked.Choices.Select(c => c.Text.In(language)))}]");
        }

        foreach (var domain in scheme.Domains)
        {
            foreach (var task in domain.TaskGroups)
            {
                Terminal.Out.Write("\n");
                WriteLine($"{domain.Name.In(language)} {task.Name.In(language)}");
                foreach (var indicator in scheme.Indicators.Where(i => i.TaskGroup == task.Id))
                {
                    WriteLine($"  {indicator.Number,2} {Line(indicator, language)}");
                }
            }
        }
    }

    private static string Line(Indicator i, Language language)
    {
        var words = new Wording(language);
        var force = i.Force == RowKind.Binding ? words.Say("约束性", "binding") : words.Say("参考性", "reference");
        var target = i.Target.In(language).Replace('\n', ' ');
        return $"{(i.Starred ? "*" : "")}{i.Name.In(language)} [{i.Id}] {i.Unit} {force}: {target}";
    }

    private void ShowOne(Scheme scheme, Indicator indicator, Language language)
    {
        var words = new Wording(language);
        WriteLine($"{indicator.Number} {Line(indicator, language)}");
        WriteLine($"{words.Say("来源", "source")}: {SchemeTexts.Source(indicator.Source)}");
        foreach (var item in indicator.Items)
        {
            WriteLine($"  {words.Say("分项", "item")}: {(item.Starred ? "*" : "")}{item.Name.In(language)} [{item.Id}] {item.MeasuredIn ?? item.Unit} {item.Target?.In(language)}".TrimEnd());
        }

        foreach (var state in indicator.States)
        {
            WriteLine($"  {words.Say("状态", "state")}: {state.Text.In(language)} [{state.Id}]");
        }

        WriteRule(indicator.Rule, words.Say("规则", "rule"));
        foreach (var from in indicator.From)
        {
            WriteRule(scheme.Upper(from).Rule, $"{words.Say("规则", "rule")} [{from.SchemeId}]");
        }

        foreach (var stage in indicator.Stages)
        {
            WriteLine($"{stage.Stage.Name.In(language)} {stage.Stage.Year}: {stage.Target.In(language).Replace('\n', ' ')}");
            WriteRule(stage.Rule, words.Say("规则", "rule"));
        }

        if (indicator.Because.Zh.Length > 0)
        {
            WriteLines($"{words.Say("改动理由", "because")}: ", indicator.Because.In(language));
        }

        if (indicator.Note.Zh.Length > 0)
        {
            WriteLines($"{words.Say("说明", "note")}: ", indicator.Note.In(language));
        }
    }

    private void WriteRule(RuleText rule, string heading) =>
        WriteLines($"  {heading} {rule.File}({rule.Line}): ", rule.Code.TrimEnd());

    // A text of several lines: all but the first are indented, so that none looks like a line of the tool's own.
    private void WriteLines(string heading, string text) => Terminal.Out.Write(
        VisibleText.OneLine(heading) + VisibleText.Lines(text.Replace("\t", "    ", StringComparison.Ordinal)).Replace("\n", "\n    ", StringComparison.Ordinal) + "\n");
}
