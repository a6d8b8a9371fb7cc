using FsCheck.Xunit;

namespace IndicatorRules.Reporting.Tests;

/// <summary>Where lines break: as a Chinese reader expects.</summary>
public sealed class CellTextTests
{
    [Theory]
    [InlineData(24, "完成上级规定的考核任务；保持稳定", "完成上级规定的考核任务；|保持稳定")]
    [InlineData(22, "完成上级规定的考核任务；保持稳定", "完成上级规定的考核任|务；保持稳定")]
    [InlineData(14, "优良天数比例 90.4%；重污染天数 1 天", "优良天数比例|90.4%；重污染|天数 1 天")]
    [InlineData(12, "生态保护红线 28466.876 公顷", "生态保护红线|28466.876 公|顷")]
    [InlineData(16, "生态保护红线 28466.876 公顷", "生态保护红线|28466.876 公顷")]
    [InlineData(10, "要求 ≥20%：达标（自报）", "要求|≥20%：达标|（自报）")]
    [InlineData(16, "高出 31.4 个百分点，达标", "高出|31.4 个百分点，|达标")]
    [InlineData(16, "外来物种入侵 不明显", "外来物种入侵|不明显")]
    [InlineData(16, "地表水水质达到或优于Ⅲ类比例 Ⅱ类水质", "地表水水质达到或|优于Ⅲ类比例|Ⅱ类水质")]
    [InlineData(14, "到 2030 年，要求提高", "到 2030 年，要|求提高")]
    [InlineData(11, "a name too long for it", "a name too|long for it")]
    [InlineData(8, "县12345678 个百分点", "县|12345678|个百分点")]
    [InlineData(6, "averyveryverylongword", "averyv|eryver|ylongw|ord")]
    public void Wrap_KeepsNumbersAndPunctuationWhereTheyBelong(int width, string text, string expected) =>
        Assert.Equal(expected.Split('|'), CellText.Wrap(text, width));

    [Property(MaxTest = 500)]
    public void Wrap_AnyText_LosesNothingButSpacesAndFits(byte[] seeds, byte more)
    {
        string[] parts = ["县", "生态文明", "，", "；", "（", "）", " ", "12.5", " 个百分点", "%", "≥", "word", "𠮷", "e\u0301", "“", "”"];
        var text = string.Concat(seeds.Select(s => parts[s % parts.Length])).Trim();
        var width = 8 + (more % 40);
        var lines = CellText.Wrap(text, width);

        Assert.Equal(Packed(text), Packed(string.Concat(lines)));
        Assert.All(lines, line => Assert.True(CellText.WidthOf(line) <= width, line));
    }

    [Property(MaxTest = 500)]
    public void Wrap_SentencesOfReports_BreaksAsAReaderExpects(byte[] seeds, byte more)
    {
        string[] parts = ["县", "生态文明，", "（自报）", "12.5 个百分点；", "≥20%，", "2021 年的数：", "“实施”", "PM2.5浓度、"];
        var text = string.Concat(seeds.Select(s => parts[s % parts.Length]));
        foreach (var line in CellText.Wrap(text, 18 + (more % 40)).Where(l => l.Length > 0))
        {
            Assert.DoesNotContain(line[0], "，；：、）%”年个");
            Assert.DoesNotContain(line[^1], "（≥“");
        }
    }

    private static string Packed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
