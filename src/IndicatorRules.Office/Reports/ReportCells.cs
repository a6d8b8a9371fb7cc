using System.Text.RegularExpressions;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Office.Writing;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Office.Reports;

/// <summary>Writes texts and numbers of a report into a sheet: texts are shown and never computed, numbers keep the digits typed.</summary>
internal static partial class ReportCells
{
    /// <summary>The most digits that spreadsheets keep of a number.</summary>
    private const int MostDigits = 15;

    internal static readonly CellLook Text = new();
    internal static readonly CellLook Centered = new() { Centered = true };

    /// <summary>Writes a text; one that is a plain number becomes a number, unless it has more digits than spreadsheets keep.</summary>
    internal static void Put(this SheetDraft sheet, int row, int column, string text, CellLook? look = null)
    {
        var shown = VisibleText.Lines(text);
        var digits = shown.Replace('−', '-');
        if (PlainNumber().IsMatch(digits) && DigitsOf(digits) <= MostDigits)
        {
            sheet.SetNumber(row, column, digits, (look ?? Text) with { Format = Format(digits) });
        }
        else
        {
            sheet.Set(row, column, shown, look);
        }
    }

    /// <summary>Writes a text that stays a text whatever it is.</summary>
    internal static void PutText(this SheetDraft sheet, int row, int column, string text, CellLook? look = null) =>
        sheet.Set(row, column, VisibleText.Lines(text), (look ?? Text) with { Format = "@" });

    /// <summary>Writes a number, rounded to the digits that spreadsheets keep; nothing for null.</summary>
    internal static void PutNumber(this SheetDraft sheet, int row, int column, decimal? number)
    {
        if (number is { } value)
        {
            var digits = Reading.Plain(Rounded(Wording.Trimmed(value)));
            sheet.SetNumber(row, column, digits, Text with { AtRight = true });
        }
        else
        {
            sheet.Set(row, column, "", Text);
        }
    }

    /// <summary>All digits of a number that spreadsheets do not keep; empty for others.</summary>
    internal static string Original(decimal? number) =>
        number is { } value && Wording.Trimmed(value) is var exact && Rounded(exact) != exact ? Reading.Plain(exact) : "";

    /// <summary>The look of a status: a color, beside the sign in the text.</summary>
    internal static CellLook Of(Status status) => Centered with
    {
        Fill = StatusColor.FillOf(status),
        Color = StatusColor.TextOf(status),
    };

    private static decimal Rounded(decimal value)
    {
        for (var decimals = 28; decimals >= 0; decimals--)
        {
            if (Math.Round(value, decimals) is var rounded && DigitsOf(Reading.Plain(rounded)) <= MostDigits)
            {
                return rounded;
            }
        }

        var whole = decimal.Truncate(value);
        var step = 1m;
        while (DigitsOf(Reading.Plain(whole)) > MostDigits)
        {
            step *= 10;
            whole = Math.Round(value / step, 0) * step;
        }

        return whole;
    }

    // Without leading zeros, and without those at the end of a whole number.
    private static int DigitsOf(string number)
    {
        var digits = number.Replace("-", "", StringComparison.Ordinal);
        var isWhole = !digits.Contains('.', StringComparison.Ordinal);
        digits = digits.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        return isWhole ? digits.TrimEnd('0').Length : digits.Length;
    }

    private static string Format(string digits)
    {
        var point = digits.IndexOf('.', StringComparison.Ordinal);
        return point < 0 ? "0" : "0." + new string('0', digits.Length - point - 1);
    }

    [GeneratedRegex(@"^-?(0|[1-9][0-9]{0,27})(\.[0-9]{1,28})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainNumber();
}
