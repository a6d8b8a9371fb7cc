namespace IndicatorRules.Reporting.Batching.Tables;

/// <summary>One row of a block. Immutable.</summary>
/// <param name="Line">Where it stands in its file.</param>
/// <param name="CellCount">How many cells it has.</param>
/// <param name="IsStray">Whether its place is not the one it stands with: ragged rows and rows without place open no place.</param>
internal readonly record struct BlockRow(int Line, int CellCount, bool IsStray);
