using System.CommandLine;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Reporting;

namespace IndicatorRules.Cli;

/// <summary><c>assess FACTS</c>: the main job.</summary>
internal sealed class AssessCommand : Verb
{
    private readonly Argument<string> _facts = new("FACTS") { Description = "填报数据文件 / facts file" };
    private readonly Option<string[]> _schemes = new("--scheme")
    {
        Description = "指标体系，可多次给出；默认用填报数据所写的 / scheme, repeatable; by default the one the facts name",
        HelpName = "ID[@RANGE]",
    };

    private readonly Option<int?> _year = new("--year") { Description = "年份，默认最近一年 / year, the latest by default" };
    private readonly Option<string> _evidence = new Option<string>("--evidence")
    {
        Description = "measured 只认实测 / measured leaves declarations out",
        DefaultValueFactory = _ => "declared",
    }.AcceptOnlyFromAmong("declared", "measured");

    private readonly Option<string> _format = new Option<string>("--format")
    {
        Description = "输出格式 / format",
        DefaultValueFactory = _ => "table",
    }.AcceptOnlyFromAmong("table", "json", "csv", "markdown");

    private readonly Option<string?> _out = new("--out") { Description = "写入文件 / write to a file", HelpName = "FILE" };
    private readonly Option<string[]> _failOn = new Option<string[]>("--fail-on")
    {
        Description = "有此类判定时以 3 退出 / exit with 3 on such verdicts",
        AllowMultipleArgumentsPerToken = true,
    }.AcceptOnlyFromAmong("not-met", "undetermined", "declared");

    internal AssessCommand(Terminal terminal, string directory)
        : base("assess", "评判填报数据 / judge facts", terminal, directory)
    {
        Arguments.Add(_facts);
        foreach (var option in (Option[])[_schemes, _year, _evidence, _format, _out, _failOn])
        {
            Options.Add(option);
        }
    }

    private protected override int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var language = LanguageOf(parsed);
        if (ReadFacts(parsed.GetValue(_facts)!, language) is not { } facts)
        {
            return ExitCode.WrongInput;
        }

        using var host = OpenHost(parsed);
        var assessments = Assess(parsed, facts, host, language, cancellation);
        if (assessments is null)
        {
            return ExitCode.WrongInput;
        }

        using var text = new StringWriter();
        var format = Enum.Parse<ReportFormat>(parsed.GetValue(_format)!, ignoreCase: true);
        ReportWriters.For(format, Terminal.Width).Write(assessments, language, text);
        Write(text.ToString(), parsed.GetValue(_out), mark: format == ReportFormat.Csv);
        return Gate(parsed.GetValue(_failOn) ?? [], assessments) ? ExitCode.GateClosed : ExitCode.Done;
    }

    private List<Assessment>? Assess(
        ParseResult parsed, FactsFile facts, SchemeHost host, Language language, CancellationToken cancellation)
    {
        var schemes = parsed.GetValue(_schemes) is { Length: > 0 } asked ? asked : new string?[] { null };
        var results = schemes.Select(scheme => host.Assess(
            facts,
            new AssessOptions
            {
                Scheme = scheme,
                Year = parsed.GetValue(_year),
                Evidence = parsed.GetValue(_evidence) == "measured" ? Evidence.Measured : Evidence.Declared,
            },
            cancellation)).ToList();
        Tell(results.SelectMany(r => r.Diagnostics).Distinct(), language);
        return results.TrueForAll(r => r.Succeeded) ? results.ConvertAll(r => r.Value!) : null;
    }

    private static bool Gate(string[] gates, List<Assessment> assessments) => assessments.SelectMany(a => a.Indicators).Any(v =>
        (gates.Contains("not-met") && v.Status == Status.NotMet)
        || (gates.Contains("undetermined") && v.Status == Status.Undetermined)
        || (gates.Contains("declared") && v.Basis == Basis.Declared));
}
