using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.Tables;

namespace IndicatorRules.Cli;

/// <summary>The facts of one place of a table, for verbs that look at one place.</summary>
internal static class TableFacts
{
    /// <summary>Reads a table file or pipe, without reporting what is wrong with it.</summary>
    /// <param name="session">The run, whose host resolves the scheme.</param>
    /// <param name="piped">The pipe if the path names one that is already open.</param>
    /// <param name="path">The path as the user wrote it.</param>
    /// <param name="scheme">The scheme asked for; null for the one that the table names, as the tool's own results do.</param>
    internal static Result<FactsFile> ReadFile(Session session, InputFile? piped, string path, string? scheme)
    {
        using var opened = piped is null ? InputFile.Open(path, session.CancellationToken) : null;
        try
        {
            return Read(session, TableFile.Open(piped ?? opened!, path, session.CancellationToken), path, scheme);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException)
        {
            return new(null, [new Diagnostic(DiagnosticCatalog.FileNotReadable, new Location(path), [path])]);
        }
        catch (DiagnosticException e)
        {
            return new(null, e.Diagnostics);
        }
    }

    /// <summary>Reads the facts of the one place of a table, and disposes its rows.</summary>
    internal static Result<FactsFile> Read(Session session, ITableRows rows, string path, string? scheme)
    {
        using (rows)
        {
            if (Resolve(session, scheme ?? rows.Scheme) is not { } resolved)
            {
                return new(null, [new Diagnostic(DiagnosticCatalog.FactsNameNoScheme, new Location(path), [])]);
            }

            if (resolved.Value is not { } by)
            {
                return new(null, resolved.Diagnostics);
            }

            var table = session.Host.OpenTable(rows, path, by);
            try
            {
                var place = session.Place is { } asked ? table.Value?.ReadOne(asked) : table.Value?.ReadOne();
                return place is { } read ? new(read.Value, [.. table.Diagnostics, .. read.Diagnostics])
                    : new(null, table.Diagnostics);
            }
            catch (DiagnosticException e)
            {
                return new(null, e.Diagnostics);
            }
        }
    }

    /// <summary>Whether a path is that of a table, which may be of many places.</summary>
    internal static bool Takes(Session session, string path) =>
        !session.Extensions.Reads(path) && (TableFile.Takes(path) || Session.IsWorkbook(path)) && !InputFile.IsStream(path);

    /// <summary>Opens the rows of a table file.</summary>
    /// <exception cref="RejectedException">It cannot be read, as already reported.</exception>
    internal static OpenedTable Open(Session session, string path, string? scheme, int? year)
    {
        var file = InputFile.Open(session.Full(path), session.CancellationToken);
        try
        {
            return new(file, Session.IsWorkbook(path) ? session.Require(WorkbookFacts.Open(session, (file, path), scheme, year))
                : TableFile.Open(file, path, session.CancellationToken));
        }
        catch (DiagnosticException e)
        {
            file.Dispose();
            session.Report(e.Diagnostics);
            throw new RejectedException();
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    internal static Result<Scheme>? Resolve(Session session, string? asked)
    {
        if (asked is null)
        {
            return null;
        }

        return SchemeName.TryParse(asked, out var name)
            ? session.Host.Catalog.Resolve(name.Id, name.Range)
            : new(null, [new Diagnostic(DiagnosticCatalog.Range, new Location(asked), [(LocalizedText)asked])]);
    }
}

/// <summary>The rows of a table, with the file that they are read from.</summary>
internal sealed record OpenedTable(InputFile File, ITableRows Rows) : IDisposable
{
    /// <inheritdoc/>
    public void Dispose()
    {
        Rows.Dispose();
        File.Dispose();
    }
}
