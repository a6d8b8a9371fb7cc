using FsCheck.Xunit;
using IndicatorRules.Reporting.Tests.Support;
using Spectre.Console.Rendering;

namespace IndicatorRules.Reporting.Tests;

/// <summary>How columns share a line.</summary>
public sealed class PlainTableTests
{
    private static readonly PlainColumn[] Columns = [new("指标"), new("值 value"), new("差距", Right: true)];

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
        var rows = cells.Get.Select(
            c => new[] { string.Join(' ', Enumerable.Repeat("word", c.Latin % 40)), new string('县', c.Chinese % 60), $"{c.Latin}" });
        var widths = Written(width, [.. rows]).TrimEnd('\n').Split('\n').Select(line => new Segment(line).CellCount()).Distinct().ToList();
        return widths is [var one] && one <= width;
    }

    /// <summary>A library that draws tables, told how wide each column is, draws the same.</summary>
    [Property(MaxTest = 500)]
    public void Write_AnyCells_IsWhatALibraryDraws(FsCheck.NonEmptyArray<(byte First, byte Second, byte Third)> cells, byte more)
    {
        var width = 24 + (more % 60);
        string[][] rows = [.. cells.Get.Select(c => new[] { Text(c.First), Text(c.Second), $"{c.Third}" })];
        var drawn = Written(width, rows);

        int[] widths = [.. drawn.Split('\n')[0][1..^1].Split('┬').Select(b => b.Length - 2)];
        Assert.Equal(LibraryTable.Draw(Columns, Broken(rows, widths), widths), drawn);
    }

    // The library breaks lines at other places.
    private static string[][] Broken(string[][] rows, int[] widths) =>
    [
        .. rows.Select(row => row
            .Select((cell, i) => Columns[i].Right ? cell : string.Join('\n', CellText.Wrap(cell, widths[i]))).ToArray()),
    ];

    // Words, characters of two columns, joined ones, and lines, in many mixtures. No line begins with a space: the library would indent all
    // that follows.
    private static string Text(byte seed)
    {
        var mixed = string.Concat(Enumerable.Range(0, seed % 17).Select(i => (((seed * 7) + (i * i * 3)) % 11) switch
        {
            0 or 1 => " ",
            2 => "县",
            3 => "生态文明建设",
            4 => "e\u0301",
            5 => "\n",
            6 => "≥60%",
            7 => "averyveryverylongword",
            8 => "𠮷",
            _ => "word",
        }));
        return string.Join('\n', mixed.Split('\n').Select(line => line.Trim()));
    }

    private static string Written(int width, params string[][] rows)
    {
        using var to = new StringWriter();
        new PlainTable(new(width)).Write(Columns, rows, to);
        return to.ToString().ReplaceLineEndings("\n");
    }
}
