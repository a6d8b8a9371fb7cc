using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Facts;
using IndicatorRules.Office;
using IndicatorRules.Reporting;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Cli;

/// <summary>Writes assessments as papers: files for Excel and Word, which standard output cannot show.</summary>
internal static class PlacePapers
{
    internal const string Workbook = "xlsx";
    internal const string Document = "docx";

    internal static bool Takes(string form) => form is Workbook or Document;

    /// <summary>Refuses a form that needs a file where none is given.</summary>
    /// <exception cref="RejectedException">No file is given; already reported to the user.</exception>
    internal static void RequireFile(Session session, string form, FileTarget? target)
    {
        if (Takes(form) && target is null)
        {
            var example = session.Say($"结果.{form}", $"result.{form}");
            session.Terminal.Error.WriteLine(session.Say(
                $"命令有误：{form} 要写入文件，请用 --out 给出文件名，例如 --out {example}。",
                $"wrong command: {form} is written to a file; give it by --out, such as --out {example}."));
            throw new RejectedException();
        }
    }

    /// <summary>The reports of assessments of the same facts, with what the checks find in them.</summary>
    /// <param name="session">The session.</param>
    /// <param name="facts">The facts.</param>
    /// <param name="assessed">Each assessment with the options that it was made by.</param>
    internal static ImmutableArray<PlaceReport> Reports(
        Session session, FactsFile facts, IEnumerable<(Assessment Assessment, AssessOptions Options)> assessed)
    {
        var reports = ImmutableArray.CreateBuilder<PlaceReport>();
        foreach (var (assessment, options) in assessed)
        {
            var found = session.Host.FindContradictions(facts, options, session.CancellationToken);
            // What is wrong with the facts was said when they were judged.
            session.Report(found.Diagnostics.Where(d => d.Id == DiagnosticCatalog.CheckFailed.Id));
            reports.Add(PlaceReport.Of(assessment, session.Language, found.Value));
        }

        return reports.ToImmutable();
    }

    // Only this step loads the library that writes them.
    internal static byte[] Write(string form, ImmutableArray<PlaceReport> reports) =>
        form == Workbook ? WorkbookReport.Write(reports) : DocumentReport.Write(reports);
}
