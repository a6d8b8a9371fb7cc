using System.Data;
using System.Data.Common;

namespace IndicatorRules.Reporting;

/// <summary>Rows of text for the CSV writer, which takes them from a data reader.</summary>
internal static class CsvTable
{
    internal static DbDataReader Of(string[] headings, IEnumerable<string[]> rows)
    {
        var table = new DataTable { Locale = System.Globalization.CultureInfo.InvariantCulture };
        foreach (var heading in headings)
        {
            table.Columns.Add(heading, typeof(string));
        }

        foreach (var row in rows)
        {
            table.Rows.Add([.. row]);
        }

        return table.CreateDataReader();
    }
}
