using System.Globalization;
using FsCheck.Xunit;
using IndicatorRules.Office.Workbooks;

namespace IndicatorRules.Office.Tests;

/// <summary>Numbers of cells, which are stored in binary.</summary>
public sealed class CellNumberTests
{
    private static readonly decimal[] Scales = [1m, 10m, 100m, 1_000m, 10_000m, 1_000_000m, 0.001m];

    [Theory]
    [InlineData("28", "28")]
    [InlineData("0.57999999999999996", "0.58")]
    [InlineData("-0.10000000000000001", "-0.1")]
    [InlineData("1.4092600000000001E+11", "140926000000")]
    [InlineData("5.0000000000000001E-3", "0.005")]
    [InlineData("0.99999999999999989", "1")]
    [InlineData("999999999999999.9", "1000000000000000")]
    [InlineData("1234567890123456789", "1234567890123460000")]
    [InlineData("94.50", "94.5")]
    [InlineData("-0", "0")]
    [InlineData("1E-300", null)]
    [InlineData("1E+300", null)]
    [InlineData("1E+99999999999", null)]
    [InlineData("", null)]
    [InlineData("0x10", null)]
    [InlineData("1.2.3", null)]
    public void Shown_StoredText_IsWhatSpreadsheetsShow(string stored, string? shown) => Assert.Equal(shown, CellNumber.Shown(stored));

    [Theory]
    [InlineData("0.57999999999999996", "58")]
    [InlineData("0.28000000000000003", "28")]
    [InlineData("1.2450000000000001", "124.5")]
    [InlineData("0", "0")]
    public void Shown_Percent_IsExact(string stored, string shown) => Assert.Equal(shown, CellNumber.Shown(stored, 2));

    [Property]
    public void Shown_WhatSpreadsheetsStoreOfADecimal_IsTheDecimal(int digits, byte scale)
    {
        var typed = digits / Scales[scale % Scales.Length];
        var stored = ((double)typed).ToString("G17", CultureInfo.InvariantCulture);
        Assert.Equal(typed, decimal.Parse(CellNumber.Shown(stored)!, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("General", NumberForm.Number)]
    [InlineData("0.00E+00", NumberForm.Number)]
    [InlineData("0.00%", NumberForm.Percent)]
    [InlineData("0\\%", NumberForm.Number)]
    [InlineData("0.0\"%\"", NumberForm.Number)]
    [InlineData("[Red]0.00;[Blue]0%", NumberForm.Number)]
    [InlineData("yyyy-mm-dd", NumberForm.Date)]
    [InlineData("m\"月\"d\"日\"", NumberForm.Date)]
    [InlineData("[$-804]yyyy\"年\"", NumberForm.Date)]
    [InlineData("\"days\" 0", NumberForm.Number)]
    [InlineData("0\"", NumberForm.Number)]
    public void OfCode_Formats_AreToldByTheirLetters(string code, object form) =>
        Assert.Equal((NumberForm)form, CellFormats.OfCode(code).Form);

    [Theory]
    [InlineData("0.0\"万吨\"", "万吨")]
    [InlineData("#,##0.00\\ \"元\"", "元")]
    [InlineData("0\"%\"", "%")]
    [InlineData("G/通用格式\"公顷\"", "公顷")]
    [InlineData("0万人", "万人")]
    [InlineData("\"约\"0.0", "")]
    [InlineData("G/通用格式", "")]
    [InlineData("0.00_);[Red]\\(0.00\\)", "")]
    public void OfCode_WordsBehindTheDigits_AreTheUnit(string code, string unit) => Assert.Equal(unit, CellFormats.OfCode(code).Unit);
}
