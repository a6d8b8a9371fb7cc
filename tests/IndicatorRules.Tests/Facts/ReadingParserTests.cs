using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Tests.Facts;

public sealed class ReadingParserTests
{
    [Theory]
    [InlineData("28", "28", null)]
    [InlineData("２８", "28", null)]
    [InlineData("94.50", "94.50", null)]
    [InlineData("９４．５０", "94.50", null)]
    [InlineData(" 28 ", "28", null)]
    [InlineData("\u300028\u00A0", "28", null)]
    [InlineData("28%", "28", "%")]
    [InlineData("２８％", "28", "%")]
    [InlineData("28 %", "28", "%")]
    [InlineData("1,234.5", "1234.5", null)]
    [InlineData("１，２３４，５６７", "1234567", null)]
    [InlineData("-26.15", "-26.15", null)]
    [InlineData("−26.15", "-26.15", null)]
    [InlineData("+3", "3", null)]
    [InlineData("0", "0", null)]
    [InlineData("28466.876公顷", "28466.876", "公顷")]
    [InlineData("24 ug/m3", "24", "ug/m3")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678", null)]
    public void Parse_OneNumber_IsThatNumberAsWritten(string text, string plain, string? unit)
    {
        var (reading, written) = ReadingParser.Parse(text);

        Assert.Equal(ReadingKind.Number, reading.Kind);
        Assert.Equal(plain, Reading.Plain(reading.Low!.Value));
        Assert.Equal(reading.Low, reading.High);
        Assert.Equal(unit, written);
        Assert.Equal(text.Trim(), reading.Text);
    }

    [Theory]
    [InlineData("55-70", 55, 70, null)]
    [InlineData("55～70", 55, 70, null)]
    [InlineData("55~70", 55, 70, null)]
    [InlineData("55至70", 55, 70, null)]
    [InlineData("５５－７０", 55, 70, null)]
    [InlineData("55–70", 55, 70, null)]
    [InlineData("55—70", 55, 70, null)]
    [InlineData("55%-70%", 55, 70, "%")]
    [InlineData("55 - 70 %", 55, 70, "%")]
    [InlineData("55-55", 55, 55, null)]
    public void Parse_Range_HasBothEnds(string text, int low, int high, string? unit)
    {
        var (reading, written) = ReadingParser.Parse(text);

        Assert.Equal(Reading.Range(low, high, text), reading);
        Assert.Equal(unit, written);
    }

    [Theory]
    [InlineData("≥95", ">=")]
    [InlineData("≧95", ">=")]
    [InlineData(">=95", ">=")]
    [InlineData("不低于95", ">=")]
    [InlineData("不少于 95", ">=")]
    [InlineData("＞95", ">")]
    [InlineData(">95", ">")]
    [InlineData("高于95", ">")]
    [InlineData("≤95", "<=")]
    [InlineData("≦95", "<=")]
    [InlineData("不超过95", "<=")]
    [InlineData("<95", "<")]
    [InlineData("＜95", "<")]
    [InlineData("低于95", "<")]
    public void Parse_Bound_IsOpenToOneSide(string text, string sign)
    {
        var (reading, unit) = ReadingParser.Parse(text);

        var expected = sign switch
        {
            ">=" => Reading.AtLeast(95, text),
            ">" => Reading.MoreThan(95, text),
            "<=" => Reading.AtMost(95, text),
            _ => Reading.LessThan(95, text),
        };
        Assert.Equal(expected, reading);
        Assert.Null(unit);
    }

    [Theory]
    [InlineData("", AbsenceKind.NotReported, "-")]
    [InlineData("  ", AbsenceKind.NotReported, "-")]
    [InlineData("-", AbsenceKind.NotReported, "-")]
    [InlineData("—", AbsenceKind.NotReported, "—")]
    [InlineData("--", AbsenceKind.NotReported, "--")]
    [InlineData("/", AbsenceKind.NotReported, "/")]
    [InlineData("未填报", AbsenceKind.NotReported, "未填报")]
    [InlineData("无", AbsenceKind.NothingOfTheKind, "无")]
    [InlineData("不涉及", AbsenceKind.NothingOfTheKind, "不涉及")]
    [InlineData("不考核", AbsenceKind.NotAssessed, "不考核")]
    [InlineData("上级未下达目标任务", AbsenceKind.NotAssessed, "上级未下达目标任务")]
    [InlineData("无监测点", AbsenceKind.NotMeasurable, "无监测点")]
    [InlineData("无法监测", AbsenceKind.NotMeasurable, "无法监测")]
    public void Parse_NoFigure_KeepsKindAndWords(string text, AbsenceKind kind, string kept)
    {
        var (reading, unit) = ReadingParser.Parse(text);

        Assert.Equal(Reading.Absent(kind, kept), reading);
        Assert.Null(unit);
    }

    [Theory]
    [InlineData("已建立")]
    [InlineData("Ⅱ类水质")]
    [InlineData("无受污染耕地")]
    [InlineData("NaN")]
    [InlineData("Infinity")]
    [InlineData("٢٨")]
    [InlineData("12345678901234567890123456789")]
    [InlineData("123456789012345678901234567890")]
    public void Parse_AnythingElse_IsWordsAndNeverAFigure(string text)
    {
        var (reading, unit) = ReadingParser.Parse(text);

        Assert.Equal(Reading.Words(text), reading);
        Assert.Null(unit);
    }
}
