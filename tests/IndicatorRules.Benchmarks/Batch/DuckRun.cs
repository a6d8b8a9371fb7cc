using System.Globalization;
using DuckDB.NET.Data;

namespace IndicatorRules.Benchmarks.Batch;

/// <summary>The bare thresholds of a table in SQL.</summary>
internal sealed class DuckRun : IDisposable
{
    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly string _thresholds;

    internal DuckRun(IEnumerable<(string Indicator, decimal Threshold)> thresholds)
    {
        _connection.Open();
        _thresholds = string.Join(", ", thresholds.Select(t => string.Create(CultureInfo.InvariantCulture, $"('{t.Indicator}', {t.Threshold})")));
    }

    /// <summary>How many rows have a threshold and a number: counted alone, or written to a file row by row.</summary>
    internal long Judge(string table, string? to = null)
    {
        var judged = $"""
            SELECT f.place, f.year, f.indicator, CASE WHEN f.number >= t.threshold THEN 'met' WHEN f.number < t.threshold THEN 'notMet' END AS status
            FROM (SELECT place, year, indicator, TRY_CAST(value AS DECIMAL(18,4)) AS number
                  FROM read_csv('{table}', header = true, all_varchar = true, delim = ',', quote = '"')) f
            JOIN (VALUES {_thresholds}) t(indicator, threshold) ON f.indicator = t.indicator
            """;
        return to is null
            ? Number($"SELECT count(status) FROM ({judged})")
            : Number($"COPY ({judged}) TO '{to}' (HEADER, DELIMITER ',')");
    }

    /// <summary>How many rows the two results share, and on how many of these they differ.</summary>
    internal (long Shared, long Different) Compare(string duck, string ours)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = $"""
            SELECT count(*), count(*) FILTER (WHERE d.status <> o.status)
            FROM read_csv('{duck}', header = true, all_varchar = true) d
            JOIN read_csv('{ours}', header = true, all_varchar = true) o USING (place, year, indicator)
            WHERE d.status IS NOT NULL
            """;
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    public void Dispose() => _connection.Dispose();

    private long Number(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}
