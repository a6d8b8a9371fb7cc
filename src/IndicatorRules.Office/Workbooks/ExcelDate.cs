using System.Globalization;

namespace IndicatorRules.Office.Workbooks;

/// <summary>Dates as spreadsheets store them: days since the end of 1899, or since 1904.</summary>
internal static class ExcelDate
{
    private const int Latest = 2_958_465;

    /// <summary>The date as yyyy-mm-dd; null if the number is none.</summary>
    internal static string? Shown(string stored, bool since1904)
    {
        var days = stored.Split('.')[0];
        if (!int.TryParse(days, NumberStyles.None, null, out var day) || day > Latest)
        {
            return null;
        }

        // 1900 counts as a leap year there: from March on, days are one too high.
        var from = since1904 ? new DateOnly(1904, 1, 1) : new DateOnly(1899, 12, day < 60 ? 31 : 30);
        return from.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
