namespace IndicatorRules.Tables.Formats;

/// <summary>Size limits of a table file. The number of rows is not limited.</summary>
internal static class TableCaps
{
    /// <summary>Columns. A table with every attribute and share needs about a hundred.</summary>
    internal const int Columns = 1000;

    /// <summary>Characters of one row.</summary>
    internal const int Row = 1 << 20;

    /// <summary>Rows of a Parquet file per answer of the child process.</summary>
    internal const int ParquetRows = 4096;
}
