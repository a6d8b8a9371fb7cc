using FsCheck.Xunit;
using Spectre.Console.Rendering;

namespace IndicatorRules.Reporting.Tests;

/// <summary>How columns share a line.</summary>
public sealed class PlainTableTests
{
    private static readonly (string Heading, bool Right)[] Columns = [("指标", false), ("值 value", false), ("差距", true)];

    [Fact]
    public void Write_WhatFits_IsAsWideAsItsCells() => Assert.Equal(
        """
        ┌──────┬──────────┬──────┐
        │ 指标 │ 值 value │ 差距 │
        ├──────┼──────────┼──────┤
        │ 一   │ 1        │    2 │
        └──────┴──────────┴──────┘

        """.ReplaceLineEndings("\n"),
        Written(100, ["一", "1", "2"]));

    [Fact]
    public void Write_WhatDoesNotFit_BreaksTheWidestColumnAndNoFigure() => Assert.Equal(
        """
        ┌────────────┬──────────┬──────────┐
        │ 指标       │ 值 value │     差距 │
        ├────────────┼──────────┼──────────┤
        │ a name too │ 1        │ 12345.67 │
        │ long for   │          │          │
        │ it         │          │          │
        └────────────┴──────────┴──────────┘

        """.ReplaceLineEndings("\n"),
        Written(36, ["a name too long for it", "1", "12345.67"]));

    [Property]
    public bool EveryLineIsOneWidthThatFits(FsCheck.NonEmptyArray<(byte Latin, byte Chinese)> cells, byte more)
    {
        var width = 30 + more;
        var rows = cells.Get.Select(c => new[] { string.Join(' ', Enumerable.Repeat("word", c.Latin % 40)), new string('县', c.Chinese % 60), $"{c.Latin}" });
        var widths = Written(width, [.. rows]).TrimEnd('\n').Split('\n').Select(line => new Segment(line).CellCount()).Distinct().ToList();
        return widths is [var one] && one <= width;
    }

    private static string Written(int width, params string[][] rows)
    {
        using var to = new StringWriter();
        new PlainTable(width).Write(Columns, rows, to);
        return to.ToString().ReplaceLineEndings("\n");
    }
}
