using System.Globalization;
using FsCheck;
using FsCheck.Xunit;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Facts;

/// <summary>What is written and read again is the same.</summary>
public sealed class ReadingParserProperties
{
    private static readonly string[] Parts =
    [
        "2", "28", "0", "55", "70", "1,234", ",", ".", "０", "９．５", "-", "−", "－", "–", "—", "~", "～", "至", "到",
        "+", "%", "％", "‰", "≥", "≤",
        ">", "<", "=", "＞", "不低于", "超过", "不", "大于", "约", "以上", "左右", "多", "公顷", "ug/m3", "m", "2", "³", "/", "(",
        ")", "座", "年", "E", "e5",
        " ", "　", "\n", "无", "不涉及", "暂无", "上级未下达", "*", "①", "。", "月", "日", "°", "㎡", "^", "·",
    ];

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

    [Property(MaxTest = 2000)]
    public void Parse_ShortWay_GivesWhatTheGrammarGives(NonNegativeInt seed, byte length)
    {
        var random = new System.Random(seed.Get);
        var text = string.Concat(Enumerable.Range(0, length % 24).Select(_ => "0123456789012345678900..-+,%~ e９"[random.Next(32)]));

        var (reading, unit) = ReadingParser.Parse(text);

        var (wanted, wantedUnit) = ReadingParser.ParseByGrammar(text.Trim());
        Assert.Equal(wanted, reading);
        Assert.Equal(wantedUnit, unit);
        Assert.Equal(wanted.Low is { } w ? decimal.GetBits(w) : [], reading.Low is { } r ? decimal.GetBits(r) : []);
    }

    // Any text would be words; these are put together from what cells are made of.
    [Property(MaxTest = 3000)]
    public void Parse_CellOfLikelyParts_IsWhatTheOracleReads(NonNegativeInt seed, byte length)
    {
        var random = new System.Random(seed.Get);

        CellOracle.Agrees(string.Concat(Enumerable.Range(0, 1 + (length % 7)).Select(_ => Parts[random.Next(Parts.Length)])));
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
