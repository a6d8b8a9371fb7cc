using System.Text.RegularExpressions;
using FsCheck.Xunit;
using IndicatorRules.Reporting.Tests.Support;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reporting.Tests;

/// <summary>Cells that a spreadsheet shows and never computes.</summary>
public sealed partial class CsvCellTests
{
    [Theory]
    [InlineData("静乐县", "静乐县")]
    [InlineData("94.50", "94.50")]
    [InlineData("-0.4", "-0.4")]
    [InlineData("\u22120.4", "-0.4")]
    [InlineData("\u221240%", "-40%")]
    [InlineData("+8", "+8")]
    [InlineData("-", "-")]
    [InlineData("——", "——")]
    [InlineData("－", "－")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("  =1+1", "'  =1+1")]
    [InlineData("\u3000＝1+1", "'\u3000＝1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("＠SUM(A1)", "'＠SUM(A1)")]
    [InlineData("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0")]
    [InlineData("+1-2", "'+1-2")]
    [InlineData("-1.2.3", "'-1.2.3")]
    [InlineData("'=1", "''=1")]
    [InlineData("=HYPERLINK(\"http://x\",\"点\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"点\"\")\"")]
    [InlineData("a;=1+1", "\"a;=1+1\"")]
    [InlineData("\t=1+1", "<U+0009>=1+1")]
    [InlineData("\r=1+1", "\"'\n=1+1\"")]
    [InlineData("\u200b=1", "<U+200B>=1")]
    public void Of_AnyText_IsNoFormula(string text, string written) => Assert.Equal(written, CsvCell.Of(text));

    [Property(MaxTest = 1000)]
    public void Line_OfHostileCells_ReadsBackAsTheSameNumberOfInertCells(ushort[][] seeds)
    {
        string[] cells = ["first", .. seeds.Select(Hostile.Text)];

        var record = Assert.Single(Rfc4180.Read(CsvCell.Line(cells)));

        Assert.Equal(cells.Length, record.Count);
        Assert.All(record, c => Assert.False(Formula().IsMatch(c) && !Number().IsMatch(c), c));
        Assert.All(record, c => Assert.Empty(Hostile.In(c, "\n")));
    }

    [GeneratedRegex(@"^\s*[=+\-@＝＋－＠\t\r]", RegexOptions.CultureInvariant)]
    private static partial Regex Formula();

    [GeneratedRegex(@"^\s*([+-][0-9]+(\.[0-9]+)?%?|[-－ ]+)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
