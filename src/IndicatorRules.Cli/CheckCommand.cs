using System.CommandLine;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Reporting;

namespace IndicatorRules.Cli;

/// <summary><c>check FACTS</c>: contradictions in the facts themselves, by the scheme's checks.</summary>
internal sealed class CheckCommand : Verb
{
    private readonly Argument<string> _facts = new("FACTS")
    {
        Description = "填报数据：JSON、.csv、.parquet 或 .xlsx / facts: JSON, .csv, .parquet or .xlsx",
    };

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
    private readonly Option<string[]> _failOn = new Option<string[]>("--fail-on")
    {
        Description = "有发现时以 3 退出 / exit with 3 on findings",
    }
        .AcceptOnlyFromAmong("findings");

    internal CheckCommand(Terminal terminal, string directory)
        : base("check", "校核填报数据，找出互相矛盾之处 / look for contradictions in facts", terminal, directory)
    {
        Arguments.Add(_facts);
        foreach (var option in (Option[])[_scheme, _year, _format, _out, _failOn])
        {
            Options.Add(option);
        }

        Place = AddPlace();
        Ascii = AddAscii();
        Trust = new ExtensionFlags(this);
    }

    private protected override int Work(Session session)
    {
        var language = session.Language;
        var format = OutputForm.Of(session.Parsed, _format, session.Get(_out), "text", "json");
        var target = session.Target(session.Get(_out), session.Inputs(session.Get(_facts)));
        var host = session.Host;
        var facts = session.RequireOfFacts(session.ReadFacts(session.Get(_facts), session.Get(_scheme), session.Get(_year)));
        var options = new AssessOptions { Scheme = session.Get(_scheme), Year = session.Get(_year) };
        var review = session.RequireOfFacts(host.FindContradictions(facts, options, session.CancellationToken));
        session.WriteReport(
            format == "json" ? ContradictionsJson.Write(review, language)
                : ContradictionsText.Write(review, language, session.Layout(target)),
            target);
        var isClosed = session.Get(_failOn) is { Length: > 0 } && !review.Contradictions.IsEmpty;
        return session.Ended(isClosed ? ExitCode.GateClosed : ExitCode.Done);
    }
}
