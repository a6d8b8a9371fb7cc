using IndicatorRules.Rows;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Tables.Formats;

namespace IndicatorRules.Tables;

/// <summary>Opens the rows of a table file, by the ending of its name.</summary>
public static class TableFile
{
    /// <summary>Whether a path is that of a table: .csv, .tsv, .txt or .parquet.</summary>
    public static bool Takes(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Path.GetExtension(path).ToUpperInvariant() is ".CSV" or ".TSV" or ".TXT" or ".PARQUET";
    }

    /// <summary>Opens a table; one of any other ending, such as a pipe, is read as CSV.</summary>
    /// <param name="file">The file or pipe.</param>
    /// <param name="path">Its path, also its name in diagnostics.</param>
    /// <param name="cancellationToken">Ends the reading with an exception.</param>
    /// <returns>The rows, which the caller disposes before the file.</returns>
    /// <exception cref="Schemes.Diagnostics.DiagnosticException">It is not such a table.</exception>
    public static ITableRows Open(InputFile file, string path, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(path);
        return Path.GetExtension(path).Equals(".parquet", StringComparison.OrdinalIgnoreCase)
            ? new ParquetRows(file, path, cancellationToken)
            : new CsvRows(file.Read(FileOptions.SequentialScan), path);
    }
}
