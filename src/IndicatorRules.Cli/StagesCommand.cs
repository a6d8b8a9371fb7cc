using System.CommandLine;
using IndicatorRules.Assessing;
using IndicatorRules.Reporting;

namespace IndicatorRules.Cli;

/// <summary><c>stages FACTS</c>: how far every row is from each dated target.</summary>
internal sealed class StagesCommand : Verb
{
    private readonly Argument<string> _facts = VerbOptions.Facts();
    private readonly Option<string?> _scheme = VerbOptions.Scheme();
    private readonly NumberOption _year = VerbOptions.Year();
    private readonly Option<string> _format = VerbOptions.Format("table", "csv", "json");
    private readonly Option<string?> _out = VerbOptions.OutFile();

    internal StagesCommand(Terminal terminal, string directory)
        : base("stages", "列出各项离近期、中远期目标还有多远 / tell how far every row is from its dated targets", terminal, directory)
    {
        Arguments.Add(_facts);
        foreach (var option in (Option[])[_scheme, _year, _format, _out])
        {
            Options.Add(option);
        }

        Place = AddPlace();
        Ascii = AddAscii();
        Trust = new ExtensionFlags(this);
    }

    private protected override int Work(Session session)
    {
        var format = OutputForm.Of(session.Parsed, _format, session.Get(_out), "table", "csv", "json") switch
        {
            "csv" => ReportFormat.Csv,
            "json" => ReportFormat.Json,
            _ => ReportFormat.Table,
        };
        var target = session.Target(session.Get(_out), session.Inputs(session.Get(_facts)));
        var host = session.Host;
        var facts = session.RequireOfFacts(session.ReadFacts(session.Get(_facts), session.Get(_scheme), session.Get(_year)));
        var options = new AssessOptions { Scheme = session.Get(_scheme), Year = session.Get(_year) };
        var assessment = session.RequireOfFacts(host.Assess(facts, options, session.CancellationToken));
        session.Write(
            StagesReport.Write(assessment, format, session.Language, session.Layout(target)), target, mark: format == ReportFormat.Csv);
        return session.Ended(ExitCode.Done);
    }
}
