using System.Text;
using IndicatorRules.Drafting;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Tables.Formats;
using Sylvan.Data.Csv;

namespace IndicatorRules.Tables;

/// <summary>Reads a CSV file as a printed table, in the encodings and with the separators that spreadsheets save.</summary>
public static class CsvTable
{
    private const int MostBytes = 16 << 20;

    /// <summary>Reads the whole file.</summary>
    /// <param name="file">The file or pipe.</param>
    /// <param name="name">Its name in diagnostics.</param>
    public static Result<PrintedTable> Read(InputFile file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(name);
        var line = 1;
        try
        {
            var bytes = file.ReadAll(MostBytes + 1);
            if (bytes.Length > MostBytes)
            {
                return new(null, [TooLarge(name, 1, "文件的字节数", "The number of bytes", MostBytes)]);
            }

            using var stream = new MemoryStream(bytes, writable: false);
            var opening = CsvOpening.Of(stream, name);
            TextReader text = new StreamReader(stream, opening.Encoding, detectEncodingFromByteOrderMarks: false);
            if (opening.IsDeclared)
            {
                text.ReadLine();
            }

            using var csv = CsvDataReader.Create(
                CsvOpening.Delimited(text, opening.Delimiter), CsvOpening.Options(opening.Delimiter, 1 << 16));
            var rows = new List<IReadOnlyList<PrintedCell>>();
            for (; csv.Read(); line++)
            {
                if (rows.Count == PrintedTable.MostRows || csv.RowFieldCount > TableCaps.Columns)
                {
                    return new(null, [TooLarge(name, line, "表格的行数或列数", "The number of rows or columns", PrintedTable.MostRows)]);
                }

                rows.Add([.. Enumerable.Range(0, csv.RowFieldCount).Select(i => csv.GetFieldSpan(i).ToString())
                    .Select(c => new PrintedCell(c.Replace("\r\n", "\n", StringComparison.Ordinal).TrimStart('\uFEFF')))]);
            }

            return new(new PrintedTable(name, "", "", rows), []);
        }
        catch (DiagnosticException e)
        {
            return new(null, e.Diagnostics);
        }
        catch (DecoderFallbackException)
        {
            return new(null, [new Diagnostic(DiagnosticCatalog.TableEncoding, new Location(name), [$"{line}", "UTF-8"])]);
        }
        catch (Exception e) when (e is not (IOException or UnauthorizedAccessException or OutOfMemoryException))
        {
            // The library documents no exceptions for malformed input.
            return new(null, [new Diagnostic(DiagnosticCatalog.TableSyntax, new Location(name, line, 1), [
                new Contract.LocalizedText("双引号不成对，或这一行读不懂", "a quote is not closed, or the line cannot be read")])]);
        }
    }

    private static Diagnostic TooLarge(string name, int line, string zh, string en, int limit) =>
        new(DiagnosticCatalog.TableTooLarge, new Location(name, line, 1), [new Contract.LocalizedText(zh, en), $"{limit}"]);
}
