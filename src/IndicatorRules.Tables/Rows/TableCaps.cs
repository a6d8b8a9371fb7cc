namespace IndicatorRules.Tables.Rows;

/// <summary>Size limits of a table. The number of rows is not limited.</summary>
internal static class TableCaps
{
    /// <summary>Columns. A table with every attribute and share needs about a hundred.</summary>
    internal const int Columns = 1000;

    /// <summary>Characters of one row.</summary>
    internal const int Row = 1 << 20;

    /// <summary>Characters in all rows of one place, which are judged together.</summary>
    internal const int Place = 1 << 26;

    /// <summary>Rows of a Parquet file per answer of the child process.</summary>
    internal const int ParquetRows = 4096;
}
