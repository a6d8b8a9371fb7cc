using System.Globalization;
using DuckDB.NET.Data;

namespace IndicatorRules.Benchmarks.Batch;

/// <summary>The bare thresholds of a table in SQL.</summary>
internal sealed class DuckRun : IDisposable
{
    // Every column that the scheme needs, as it needs it; a figure may hold 55-70, ≥95 or 无, so it comes as text.
    private const string Columns =
        "{'place': 'VARCHAR', 'year': 'INTEGER', 'indicator': 'VARCHAR', 'item': 'VARCHAR', 'value': 'VARCHAR', "
        + "'place.Climate': 'VARCHAR', 'place.Terrain.Mountain': 'DECIMAL(18,4)', 'place.Terrain.Hill': 'DECIMAL(18,4)', "
        + "'place.Terrain.Plain': 'DECIMAL(18,4)'}";

    // Counted too, so that no column is left unread.
    private const string Read =
        """place, year, item, "place.Climate", "place.Terrain.Mountain", "place.Terrain.Hill", "place.Terrain.Plain" """;

    private readonly DuckDBConnection _connection = new("DataSource=:memory:");
    private readonly string _thresholds;

    internal DuckRun(IEnumerable<(string Indicator, decimal Threshold)> thresholds)
    {
        _connection.Open();
        _thresholds = string.Join(
            ", ", thresholds.Select(t => string.Create(CultureInfo.InvariantCulture, $"('{t.Indicator}', {t.Threshold})")));
    }

    /// <summary>How many rows have a threshold and a number: counted alone, with every column of the table read and typed.</summary>
    internal long Judge(string table) =>
        Number($"SELECT count(status), {string.Join(", ", Read.Split(", ").Select(c => $"count({c})"))} FROM ({Judged(table, Read)})");

    /// <summary>The same in as few columns as can be: the place, the year and all about the place are passed over unread.</summary>
    internal long JudgeLeast(string table) => Number($"SELECT count(status) FROM ({Judged(table, "f.indicator")})");

    /// <summary>The same, written to a file row by row.</summary>
    internal long Judge(string table, string to) =>
        Number($"COPY ({Judged(table, "place, year, f.indicator, item")}) TO '{to}' (HEADER, DELIMITER ',')");

    // What is in the table is told beforehand: nothing is looked at twice to find out.
    private string Judged(string table, string columns) => $"""
        SELECT {columns}, CASE WHEN f.number >= t.threshold THEN 'met' WHEN f.number < t.threshold THEN 'notMet' END AS status
        FROM (SELECT *, TRY_CAST(value AS DECIMAL(18,4)) AS number
              FROM read_csv('{table}', auto_detect = false, header = true, columns = {Columns}, delim = ',', quote = '"')) f
        JOIN (VALUES {_thresholds}) t(indicator, threshold) ON f.indicator = t.indicator
        """;

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
