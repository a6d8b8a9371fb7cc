using System.CommandLine;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Reporting;

namespace IndicatorRules.Cli;

/// <summary><c>check FACTS</c>: contradictions in the facts themselves, by the scheme's checks.</summary>
internal sealed class CheckCommand : Verb
{
    private readonly Argument<string> _facts = new("FACTS") { Description = "填报数据文件 / facts file" };
    private readonly Option<string?> _scheme = new("--scheme")
    {
        Description = "指标体系，默认用填报数据所写的 / scheme, by default the one the facts name",
        HelpName = "ID[@RANGE]",
    };

    private readonly NumberOption _year = new("--year") { Description = "年份，默认最近一年 / year, the latest by default" };
    private readonly Option<string> _format = new Option<string>("--format")
    {
        Description = "输出格式 / format",
        DefaultValueFactory = _ => "text",
    }.AcceptOnlyFromAmong("text", "json");

    private readonly Option<string?> _out = new("--out") { Description = "写入文件 / write to a file", HelpName = "FILE" };
    private readonly Option<string[]> _failOn = new Option<string[]>("--fail-on") { Description = "有发现时以 3 退出 / exit with 3 on findings" }
        .AcceptOnlyFromAmong("findings");

    private readonly ExtensionFlags _extensions;

    internal CheckCommand(Terminal terminal, string directory)
        : base("check", "校核填报数据，找出互相矛盾之处 / look for contradictions in facts", terminal, directory)
    {
        Arguments.Add(_facts);
        foreach (var option in (Option[])[_scheme, _year, _format, _out, _failOn])
        {
            Options.Add(option);
        }

        _extensions = new ExtensionFlags(this);
    }

    private protected override int Run(ParseResult parsed, CancellationToken cancellationToken)
    {
        var language = LanguageOf(parsed);
        var format = OutputForm.Of(parsed, _format, parsed.GetValue(_out), "text", "json");
        var target = Target(parsed.GetValue(_out), Inputs(parsed, parsed.GetValue(_facts)!));
        using var extensions = _extensions.Open(parsed, PluginDirectories(parsed), Full, d => Tell(d, language));
        if (extensions is null)
        {
            return ExitCode.WrongInput;
        }

        using var host = OpenHost(parsed, extensions);
        if (ReadFacts(parsed.GetValue(_facts)!, language, extensions, cancellationToken) is not { } facts)
        {
            return ExitCode.WrongInput;
        }

        var options = new AssessOptions { Scheme = parsed.GetValue(_scheme), Year = parsed.GetValue(_year) };
        var reviewed = host.FindContradictions(facts, options, cancellationToken);
        TellOfFacts(reviewed.Diagnostics, language);
        if (reviewed.Value is not { } review)
        {
            return ExitCode.WrongInput;
        }

        Write(format == "json" ? ContradictionsJson.Write(review, language) : ContradictionsText.Write(review, language), target);
        return Ended(parsed.GetValue(_failOn) is { Length: > 0 } && !review.Contradictions.IsEmpty ? ExitCode.GateClosed : ExitCode.Done, language);
    }
}
