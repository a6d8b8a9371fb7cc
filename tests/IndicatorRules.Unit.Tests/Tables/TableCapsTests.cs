using System.Globalization;
using IndicatorRules.Rows;
using IndicatorRules.Tables.Formats;

namespace IndicatorRules.Tables.Tests;

/// <summary>SECURITY.md states the caps on tables that hold.</summary>
public sealed class TableCapsTests
{
    public static TheoryData<string> Rows =>
    [
        $"| a table | {Number(TableCaps.Columns)} columns, {Number(TableCaps.Row)} characters a row, "
            + $"{Number(TableBlockReader.MostOfPlace)} a place | IR5241 |",
        $"| the footer of a Parquet file | {ParquetFooter.MostBytes / (1024 * 1024)} MB, {ParquetFooter.MostDepth} levels | IR5211 |",
        $"| the time for a Parquet file | {ParquetRows.PatienceForHead.TotalSeconds:0} seconds for its head, "
            + $"{ParquetRows.PatienceForRows.TotalSeconds:0} for each {Number(TableCaps.ParquetRows)} rows | IR5240 |",
    ];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Security_StatesTheCapsThatHold(string row) => Assert.Contains(row, File.ReadAllLines(Repo.In("SECURITY.md")));

    private static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);
}
