using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Office;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Tables;

namespace IndicatorRules.Service.Answering;

/// <summary>Facts as they were sent → facts of one place.</summary>
internal sealed class FactsReading(SchemeHost host, int mostRows)
{
    private const int BadRequest = 400;

    /// <summary>Reads facts.</summary>
    /// <param name="body">The facts.</param>
    /// <param name="scheme">The scheme that a table is read by; null for the one that it names.</param>
    /// <param name="place">The place of a table; null for the only one.</param>
    /// <param name="year">The year of a form that names none.</param>
    /// <param name="cancellationToken">Ends the reading with an exception.</param>
    internal Result<FactsFile> Read(FactsBody body, string? scheme, string? place, int? year, CancellationToken cancellationToken)
    {
        try
        {
            return body.Form == FactsForm.Json
                ? OfPlace(FactsReader.Read(body.Bytes, body.Name), place)
                : ReadTable(body, scheme, place, year, cancellationToken);
        }
        catch (DiagnosticException e)
        {
            return new(null, e.Diagnostics);
        }
    }

    // Facts in JSON are of one place; another one was not sent.
    private static Result<FactsFile> OfPlace(Result<FactsFile> read, string? place) =>
        place is null || read.Value?.Facts.Place is not { } one || one.Name == place
            || one.Code.Equals(place, StringComparison.OrdinalIgnoreCase)
            ? read
            : throw RefusedException.Of(
                BadRequest, DiagnosticCatalog.ServiceParameterWrong, "place", "place", place, $"{one.Name} / {one.Code}");

    private Result<FactsFile> ReadTable(FactsBody body, string? scheme, string? place, int? year, CancellationToken cancellationToken)
    {
        using var file = InputFile.InMemory(body.Bytes);
        if (body.Form == FactsForm.Csv)
        {
            var lines = body.Bytes.Span.Count((byte)'\n');
            return lines > mostRows
                ? new(null, [new(DiagnosticCatalog.ServiceBodyRows, new Location(body.Name), [$"{lines}", $"{mostRows}"])])
                : ReadRows(TableFile.Open(file, body.Name, cancellationToken), body.Name, scheme, place);
        }

        var opened = WorkbookTable.Open(file, body.Name, named => Resolve(scheme, named, body.Name), year);
        return opened.Value is { } rows ? ReadRows(rows, body.Name, scheme, place) : new(null, opened.Diagnostics);
    }

    private Result<FactsFile> ReadRows(ITableRows rows, string name, string? scheme, string? place)
    {
        using (rows)
        {
            if (Resolve(scheme, rows.Scheme, name) is not { } resolved)
            {
                return new(null, [new Diagnostic(DiagnosticCatalog.FactsNameNoScheme, new Location(name), [])]);
            }

            if (resolved.Value is not { } by)
            {
                return new(null, resolved.Diagnostics);
            }

            var table = host.OpenTable(rows, name, by);
            var read = place is null ? table.Value?.ReadOne() : table.Value?.ReadOne(place);
            return new(read?.Value, [.. table.Diagnostics, .. read?.Diagnostics ?? []]);
        }
    }

    // The scheme that was asked for, or else the one that the file names: then what is wrong with it is in the file.
    private Result<Scheme>? Resolve(string? asked, string? named, string file)
    {
        if ((asked ?? named) is not { } text)
        {
            return null;
        }

        var at = new Location(asked ?? file);
        return SchemeName.TryParse(text, out var name)
            ? host.Catalog.Resolve(name.Id, name.Range, at)
            : new(null, [new Diagnostic(DiagnosticCatalog.Range, at, [(LocalizedText)text])]);
    }
}
