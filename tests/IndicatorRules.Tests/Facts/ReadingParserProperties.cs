using System.Globalization;
using FsCheck.Xunit;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Facts;

namespace IndicatorRules.Tests.Facts;

/// <summary>What is written and read again is the same.</summary>
public sealed class ReadingParserProperties
{
    [Property(MaxTest = 500)]
    public void Parse_NumberAsWritten_IsEqual(int digits, byte decimals, bool fullWidth)
    {
        var number = new decimal(digits & int.MaxValue, 0, 0, digits < 0 && (digits & int.MaxValue) != 0, (byte)(decimals % 12));
        var text = fullWidth ? FullWidth(Reading.Plain(number)) : Reading.Plain(number);

        var (reading, unit) = ReadingParser.Parse(text);

        Assert.Equal(Reading.Number(number, text), reading);
        Assert.Equal(Reading.Plain(number), Reading.Plain(reading.Low!.Value));
        Assert.Null(unit);
    }

    [Property(MaxTest = 300)]
    public void Parse_GroupedNumber_IsEqual(int digits)
    {
        var text = Math.Abs((long)digits).ToString("#,##0", CultureInfo.InvariantCulture);

        Assert.Equal(Math.Abs((decimal)digits), ReadingParser.Parse(text).Reading.Low);
    }

    [Property(MaxTest = 300)]
    public void Parse_RangeAsWritten_IsEqual(int one, int other)
    {
        var (low, high) = (Math.Min(one, other) / 100m, Math.Max(one, other) / 100m);
        var written = Reading.Range(low, high);

        Assert.Equal(written, ReadingParser.Parse(written.Text).Reading);
    }

    [Property(MaxTest = 300)]
    public void Parse_BoundAsWritten_IsEqual(int number, byte which)
    {
        var at = number / 100m;
        var written = (which % 4) switch
        {
            0 => Reading.AtLeast(at),
            1 => Reading.MoreThan(at),
            2 => Reading.AtMost(at),
            _ => Reading.LessThan(at),
        };

        Assert.Equal(written, ReadingParser.Parse(written.Text).Reading);
    }

    [Property(MaxTest = 500)]
    public void Parse_AnyText_NeverThrowsAndKeepsTheWords(string? text)
    {
        var (reading, _) = ReadingParser.Parse(text ?? "");

        var kept = (text ?? "").Trim();
        Assert.Equal(kept.Length == 0 ? "-" : kept, reading.Text);
    }

    private static string FullWidth(string text) => string.Concat(text.Select(c => (char)(c + 0xFEE0)));
}
