namespace IndicatorRules.Reporting.Batching.Tables;

/// <summary>What a table may come to at most; how many rows it has is not limited.</summary>
internal static class TableCaps
{
    /// <summary>Columns of a table: a place with every attribute and share has some hundred.</summary>
    internal const int Columns = 1000;

    /// <summary>Characters of one row.</summary>
    internal const int Row = 1 << 20;

    /// <summary>Characters of all rows of one place, which are judged together.</summary>
    internal const int Place = 1 << 26;

    /// <summary>Rows of a Parquet file that are handed over at once.</summary>
    internal const int ParquetRows = 4096;
}
