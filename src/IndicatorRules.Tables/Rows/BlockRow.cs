namespace IndicatorRules.Tables.Rows;

/// <summary>One row of a block. Immutable.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="CellCount">The number of its cells.</param>
/// <param name="IsStray">Whether the row is ragged or names no place, so that it may not belong to the place it is stored with.</param>
internal readonly record struct BlockRow(int Line, int CellCount, bool IsStray);
