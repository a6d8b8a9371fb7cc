namespace IndicatorRules.Benchmarks.Batch;

/// <summary>Ours beside DuckDB over the same rounds: medians, and medians of the ratios of a round.</summary>
/// <param name="Seconds">Ours, by the clock.</param>
/// <param name="DuckDbSeconds">DuckDB's thresholds, by the clock.</param>
/// <param name="VsDuckDb">Ours over DuckDB's thresholds, which it only counts.</param>
/// <param name="VsDuckDbFewestColumns">Ours over DuckDB's thresholds, for which it reads no column that they do not name.</param>
/// <param name="VsDuckDbWriting">Ours over DuckDB's thresholds, which it also writes.</param>
/// <param name="CoresVsDuckDb">The same as <paramref name="VsDuckDb"/>, by the time that cores worked.</param>
internal sealed record Beside(
    double Seconds, double DuckDbSeconds, double VsDuckDb, double VsDuckDbFewestColumns, double VsDuckDbWriting, double CoresVsDuckDb);
