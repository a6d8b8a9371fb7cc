using IndicatorRules.Contract.Readings;

namespace IndicatorRules.Tests.Facts;

public sealed class OmittedReadingParserTests
{
    [Theory]
    [InlineData("0x10")]
    [InlineData("1e5")]
    [InlineData("1,23,4")]
    [InlineData("70-55")]
    [InlineData("5--3")]
    [InlineData("2022-12-31")]
    [InlineData("1.2.3")]
    [InlineData("5/6")]
    public void Parse_AnythingElse_IsWordsAndNeverAFigure(string text)
    {
        var (reading, unit) = ReadingParser.Parse(text);

        Assert.Equal(Reading.Words(text), reading);
        Assert.Null(unit);
    }
}
