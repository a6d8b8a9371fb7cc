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
    private readonly Argument<string?> _indicator = new("INDICATOR")
    {
        Description = "序号、指标名称或编号 / number, name or id of an indicator",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _lineage = new("--lineage")
    {
        Description = "列出每行的名称、指标值、属性、规则各出自哪里"
            + " / tell where each row's name, target, binding and rule come from",
    };

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

    private protected override int Work(Session session)
    {
        var asked = session.Get(_scheme);
        var catalog = SchemeCatalog.Discover(session.PluginDirectories);
        if (!SchemeName.TryParse(asked, out var name))
        {
            session.Report(new Diagnostic(DiagnosticCatalog.Range, new Location(asked), [asked]));
            return ExitCode.WrongInput;
        }

        var scheme = session.Require(catalog.Resolve(name.Id, name.Range));
        var one = session.Get(_indicator) is { } id ? SchemeTexts.Find(session, scheme, id) : null;
        ImmutableArray<Indicator> rows = one is null ? scheme.Indicators : [one];
        if (session.Get(_format) == "json")
        {
            session.Write(ProvenanceJson.Write(scheme, rows));
        }
        else if (session.Get(_lineage))
        {
            var lineage = new ProvenanceText(scheme, session.Language);
            session.WriteLine($"{scheme.Title.In(session.Language)} ({scheme.Key})");
            foreach (var line in lineage.Lines(rows).Concat(rows.Length == scheme.Indicators.Length ? lineage.LeftOut() : []))
            {
                session.WriteLine(line);
            }
        }
        else if (one is null)
        {
            ShowAll(scheme, session);
        }
        else
        {
            ShowOne(scheme, one, session);
        }

        return ExitCode.Done;
    }

    private static void ShowAll(Scheme scheme, Session session)
    {
        var language = session.Language;
        var words = new Wording(language);
        session.WriteLine($"{scheme.Title.In(language)} ({scheme.Key})");
        session.WriteLine(scheme.Issuer.In(language));
        session.WriteLine($"{words.Say("来源：", "source: ")}{SchemeTexts.Source(scheme.Source)}");
        session.WriteLine($"{words.Say("上级体系：", "extends: ")}{SchemeTexts.Extends(scheme)}");
        if (scheme.InForceFrom is not null || scheme.InForceTo is not null)
        {
            var period = $"{scheme.InForceFrom ?? "?"} – {scheme.InForceTo ?? ""}";
            session.WriteLine($"{words.Say("施行日期：", "in force: ")}{period}".TrimEnd());
        }

        if (scheme.Note.Zh.Length > 0)
        {
            WriteLines(session, $"{words.Say("说明：", "note: ")}", scheme.Note.In(language));
        }

        foreach (var kind in scheme.NamesKinds ? scheme.Kinds.Where(k => scheme.Indicators.Any(i => i.Kind == k)) : [])
        {
            var left = kind.Counted ? "" : words.Say("，不计入合计", ", not counted in all");
            session.WriteLine($"{words.Say("指标属性：", "kind: ")}{kind.Id} {kind.Name.In(language)}{left}");
        }

        if (scheme.Indicators.Any(i => i.Starred || i.Items.Any(t => t.Starred)))
        {
            session.WriteLine($"{words.Say("标“*”的：", "marked *: ")}{scheme.StarMeaning.In(language)}");
        }

        foreach (var asked in scheme.Place)
        {
            var choices = string.Join(", ", asked.Choices.Select(c => c.Text.In(language)));
            session.WriteLine($"{words.Say("行政区属性：", "place attribute: ")}{asked.Id} {asked.Name.In(language)} [{choices}]");
        }

        foreach (var asked in scheme.OverPlaces)
        {
            session.WriteLine($"{words.Say("总体要求：", "over places: ")}{asked.Name.In(language)} [{asked.Id}]");
        }

        foreach (var domain in scheme.Domains)
        {
            foreach (var task in domain.TaskGroups)
            {
                session.Write("\n");
                session.WriteLine($"{domain.Name.In(language)} {task.Name.In(language)}");
                foreach (var indicator in scheme.Indicators.Where(i => i.TaskGroup == task.Id))
                {
                    session.WriteLine($"  {indicator.Number,2} {Line(indicator, language)}");
                    if (Stages(indicator, language) is { Length: > 0 } stages)
                    {
                        session.WriteLine($"     {stages}");
                    }
                }
            }
        }
    }

    private static string Line(Indicator i, Language language)
    {
        var target = i.Target.In(language).Replace('\n', ' ');
        var kind = i.Kind.Name.In(language) + new Wording(language).Say("：", ": ");
        return $"{(i.Starred ? "*" : "")}{i.Name.In(language)} [{i.Id}] {i.Unit} {kind}{target}";
    }

    private static string Stages(Indicator indicator, Language language)
    {
        var words = new Wording(language);
        return string.Join(words.Say("；", "; "), indicator.Stages.Select(s => words.Say(
            $"{s.Stage.Name.Zh}（{s.Stage.Year}年）{s.Target.Zh.Replace('\n', ' ')}",
            $"{s.Stage.Name.En} ({s.Stage.Year}) {s.Target.En.Replace('\n', ' ')}")));
    }

    private static void ShowOne(Scheme scheme, Indicator indicator, Session session)
    {
        var language = session.Language;
        var words = new Wording(language);
        session.WriteLine($"{indicator.Number} {Line(indicator, language)}");
        session.WriteLine($"{words.Say("来源：", "source: ")}{SchemeTexts.Source(indicator.Source)}");
        ShowAliases(session, "", indicator.Aliases);
        foreach (var item in indicator.Items)
        {
            var name = $"{(item.Starred ? "*" : "")}{item.Name.In(language)}";
            var target = $"{item.MeasuredIn ?? item.Unit} {item.Target?.In(language)}";
            session.WriteLine($"  {words.Say("分项：", "item: ")}{name} [{item.Id}] {target}".TrimEnd());
            ShowAliases(session, "    ", item.Aliases);
        }

        foreach (var state in indicator.States)
        {
            session.WriteLine($"  {words.Say("状态：", "state: ")}{state.Text.In(language)} [{state.Id}]");
        }

        if (indicator.Combines is { } combines)
        {
            session.WriteLine($"  {words.Say("判定办法：", "judged by: ")}{SchemeTexts.Combination(scheme, combines, words)}");
        }

        if (indicator.Combines is null || !indicator.From.IsEmpty)
        {
            WriteRule(session, indicator.Rule, words.Say("规则", "rule"));
        }

        foreach (var from in indicator.From)
        {
            WriteRule(session, scheme.Upper(from).Rule, $"{words.Say("规则", "rule")} [{from.SchemeId}]");
        }

        foreach (var stage in indicator.Stages)
        {
            var (of, target) = (stage.Stage, stage.Target.In(language).Replace('\n', ' '));
            session.WriteLine(words.Say($"{of.Name.Zh}（{of.Year}年）：{target}", $"{of.Name.En} {of.Year}: {target}"));
            if (indicator.Combines is null || stage.Rule != indicator.Rule)
            {
                WriteRule(session, stage.Rule, words.Say("规则", "rule"));
            }
        }

        if (indicator.Because.Zh.Length > 0)
        {
            WriteLines(session, $"{words.Say("改动理由：", "because: ")}", indicator.Because.In(language));
        }

        if (indicator.Note.Zh.Length > 0)
        {
            WriteLines(session, $"{words.Say("说明：", "note: ")}", indicator.Note.In(language));
        }
    }

    private static void ShowAliases(Session session, string indent, ImmutableArray<string> aliases)
    {
        if (!aliases.IsEmpty)
        {
            session.WriteLine($"{indent}{session.Say("又名：", "also called: ")}{string.Join(session.Say("、", ", "), aliases)}");
        }
    }

    private static void WriteRule(Session session, RuleText rule, string heading) =>
        WriteLines(session, $"  {heading} {rule.File}({rule.Line}): ", rule.Code.TrimEnd());

    // All lines of a text but the first are indented, so that none looks like a line of the tool's own.
    private static void WriteLines(Session session, string heading, string text) => session.Write(
        VisibleText.OneLine(heading)
        + VisibleText.Lines(text.Replace("\t", "    ", StringComparison.Ordinal)).Replace("\n", "\n    ", StringComparison.Ordinal) + "\n");
}
