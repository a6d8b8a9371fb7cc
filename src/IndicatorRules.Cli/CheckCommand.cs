using System.CommandLine;
using IndicatorRules.Assessing;
using IndicatorRules.Checking;
using IndicatorRules.Contract;
using IndicatorRules.Reporting;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Cli;

/// <summary><c>check FACTS</c>: contradictions in the facts themselves, by the scheme's checks.</summary>
internal sealed class CheckCommand : Verb
{
    private readonly Argument<string> _facts = VerbOptions.Facts();
    private readonly Option<string?> _scheme = VerbOptions.Scheme();
    private readonly NumberOption _year = VerbOptions.Year();
    private readonly Option<string> _format = VerbOptions.Format("text", "json");
    private readonly Option<string?> _out = VerbOptions.OutFile();
    private readonly Option<string?> _annotate = new("--annotate")
    {
        Description = "把每处问题写回填报表（.xlsx）的副本：格子上的批注和颜色，另加一张“校核结果”"
            + " / write each finding into a copy of the form (.xlsx): a note and a colour on its cell, and a sheet of all",
        HelpName = "OUT.xlsx",
    };

    private readonly Option<string[]> _failOn = new Option<string[]>("--fail-on")
    {
        Description = "有发现时以 3 退出 / exit with 3 on findings",
    }
        .AcceptOnlyFromAmong("findings");

    internal CheckCommand(Terminal terminal, string directory)
        : base("check", "校核填报数据，找出互相矛盾之处 / look for contradictions in facts", terminal, directory)
    {
        Arguments.Add(_facts);
        foreach (var option in (Option[])[_scheme, _year, _format, _out, _annotate, _failOn])
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
        var path = session.Get(_facts);
        var target = session.Target(session.Get(_out), session.Inputs(path));
        var copy = CopyOf(session, path, target);
        var host = session.Host;
        var read = session.ReadFacts(path, session.Get(_scheme), session.Get(_year));
        var options = new AssessOptions { Scheme = session.Get(_scheme), Year = session.Get(_year) };
        var found = read.Value is { } facts ? host.FindContradictions(facts, options, session.CancellationToken) : null;
        if (copy is not null)
        {
            WorkbookFacts.Annotate(
                session, path, [.. read.Diagnostics, .. found?.Diagnostics ?? []], found?.Value?.Contradictions ?? [], copy);
        }

        session.RequireOfFacts(read);
        var review = session.RequireOfFacts(found!);
        session.WriteReport(
            format == "json" ? ContradictionsJson.Write(review, language)
                : ContradictionsText.Write(review, language, session.Layout(target)),
            target);
        var isClosed = session.Get(_failOn) is { Length: > 0 } && !review.Contradictions.IsEmpty;
        if (copy is not null && format == "text")
        {
            session.WriteLine(review.Contradictions.IsEmpty && read.Diagnostics.IsEmpty && found!.Diagnostics.IsEmpty
                ? session.Say($"没有要改的格子，副本写入 {copy.Given}", $"no cell needs a change; the copy is {copy.Given}")
                : session.Say($"问题已写入 {copy.Given}", $"the findings are written into {copy.Given}"));
        }

        return session.Ended(isClosed ? ExitCode.GateClosed : ExitCode.Done);
    }

    // A copy for people: a new file, since it may hold their corrections.
    private FileTarget? CopyOf(Session session, string path, FileTarget? output)
    {
        if (session.Get(_annotate) is not { } given)
        {
            return null;
        }

        if (!Session.IsWorkbook(given) || !Session.IsWorkbook(path) || session.Extensions.Reads(path))
        {
            throw FileFaultException.Of(DiagnosticCatalog.AnnotateNeedsWorkbook, Session.IsWorkbook(path) ? given : path);
        }

        var copy = session.Target(given, session.Inputs(path))!;
        return File.Exists(copy.Path) || copy.Path == output?.Path
            ? throw FileFaultException.Of(DiagnosticCatalog.AnnotateTargetExists, given, given)
            : copy;
    }
}
