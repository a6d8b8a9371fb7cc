using System.Collections.Immutable;
using IndicatorRules.Checking;
using IndicatorRules.Facts;
using IndicatorRules.Office;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Cli;

/// <summary>Facts from a workbook. Kept apart, so that only verbs on workbooks load the library that reads them.</summary>
internal static class WorkbookFacts
{
    /// <summary>Opens the table of a workbook, without reporting what is wrong with it.</summary>
    /// <param name="session">The run, whose host resolves the scheme.</param>
    /// <param name="file">The file, and its path as the user wrote it.</param>
    /// <param name="scheme">The scheme asked for; null for the one that the form names.</param>
    /// <param name="year">The year asked for.</param>
    internal static Result<ITableRows> Open(Session session, (InputFile Opened, string Path) file, string? scheme, int? year) =>
        WorkbookTable.Open(file.Opened, file.Path, named => TableFacts.Resolve(session, scheme ?? named), year);

    /// <summary>Reads the facts of the one place that a workbook is about.</summary>
    internal static Result<FactsFile> Read(Session session, string path, string? scheme, int? year)
    {
        using var file = InputFile.Open(path, session.CancellationToken);
        var opened = Open(session, (file, path), scheme, year);
        return opened.Value is { } rows ? TableFacts.Read(session, rows, path, scheme ?? rows.Scheme) : new(null, opened.Diagnostics);
    }

    /// <summary>Writes findings into a copy of a workbook. Reports why it cannot, unless reading the facts said so already.</summary>
    internal static void Annotate(
        Session session, string path, ImmutableArray<Diagnostic> diagnostics, ImmutableArray<Contradiction> contradictions, FileTarget copy)
    {
        using var file = InputFile.Open(path, session.CancellationToken);
        var annotated = AnnotatedWorkbook.Write(file, path, diagnostics, contradictions, session.Language);
        if (annotated.Value is { } bytes)
        {
            copy.Write(bytes);
        }
        else
        {
            session.ReportOfFacts(annotated.Diagnostics.Except(diagnostics));
        }
    }
}
