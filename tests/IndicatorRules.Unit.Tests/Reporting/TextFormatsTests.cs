using System.Text;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Reporting.Tests.Support;
using Sylvan.Data.Csv;

namespace IndicatorRules.Reporting.Tests;

/// <summary>Tables stay tables whatever stands in a cell.</summary>
public sealed class TextFormatsTests
{
    private const int CsvColumns = 26;
    private const int MarkdownColumns = 17;

    public static TheoryData<Language> Languages => [Language.Zh, Language.En];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Csv_ReadBack_HasEveryCellAsItWas(Language language)
    {
        foreach (var assessment in (Assessment[])[Written.Jingle2022, Written.Hostile])
        {
            var rows = ReadCsv(Written.As(ReportFormat.Csv, language, assessment));

            // Lines of further figures say nothing of the verdict.
            var verdicts = rows.Skip(1).Where(r => r[14].Length > 0).ToList();
            Assert.Equal(38, verdicts.Count);
            Assert.True(rows[0].Length >= CsvColumns);
            Assert.All(rows, r => Assert.Equal(rows[0].Length, r.Length));
            Assert.Equal(assessment.Indicators.Select(v => v.Indicator.Target.In(language)), verdicts.Select(r => r[11]));
            Assert.All(rows.Skip(1), r => Assert.Equal(assessment.Place.Name, r[2]));
            Assert.Equal(
                assessment.Indicators.Select(v => string.Join(language == Language.Zh ? "；" : "; ", v.Reasons(language))),
                verdicts.Select(r => r[17]));
        }
    }

    [Fact]
    public void Csv_SeveralSchemes_ShareOneHeading()
    {
        var rows = ReadCsv(Written.As(ReportFormat.Csv, Language.Zh, Written.Jingle2022, Written.WhatIf));

        Assert.Equal(2 * 38, rows.Skip(1).Count(r => r[14].Length > 0));
        Assert.Single(rows, r => r[0] == "体系");
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Markdown_EveryRow_HasTheSameNumberOfCells(Language language)
    {
        foreach (var assessment in (Assessment[])[Written.Jingle2022, Written.WhatIf, Written.Hostile])
        {
            var rows = Written.As(ReportFormat.Markdown, language, assessment).Split('\n').Where(l => l.StartsWith('|')).ToList();

            Assert.Equal(40, rows.Count);
            // A row on its way to a dated target adds three.
            var columns = MarkdownColumns + (assessment.Indicators.Any(v => v.Progress is not null) ? 3 : 0);
            Assert.All(rows, r => Assert.Equal(columns, Cells(r)));
        }
    }

    [Fact]
    public void Markdown_SeveralSchemes_EndsWithOneColumnEach()
    {
        var text = Written.As(ReportFormat.Markdown, Language.Zh, Written.Jingle2022, Written.WhatIf);
        var sideBySide = text.Split('\n').SkipWhile(l => !l.StartsWith("| 指标 |", StringComparison.Ordinal))
            .Where(l => l.Length > 0).ToList();

        Assert.Equal(40, sideBySide.Count);
        Assert.All(sideBySide, r => Assert.Equal(3, Cells(r)));
    }

    [Theory]
    [InlineData(ReportFormat.Table)]
    [InlineData(ReportFormat.Json)]
    [InlineData(ReportFormat.Csv)]
    [InlineData(ReportFormat.Markdown)]
    public void Write_Samples_HasNoCarriageReturnAndEndsItsLastLine(ReportFormat format)
    {
        foreach (var language in (Language[])[Language.Zh, Language.En])
        {
            var text = Written.As(format, language, Written.Jingle2022, Written.WhatIf);

            Assert.DoesNotContain('\r', text);
            Assert.DoesNotContain('\u001b', text);
            Assert.EndsWith("\n", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    [InlineData(120)]
    [InlineData(160)]
    [InlineData(220)]
    public void Table_OfAnyWidth_StaysWithinIt(int width)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);

        ReportWriters.For(ReportFormat.Table, new TextLayout(width) { Wraps = true }).Write([Written.Jingle2022], Language.Zh, text);

        var lines = text.ToString().Split('\n');
        Assert.True(lines.Length > 38);
        Assert.Equal(width >= 100, lines.Any(l => l.StartsWith('│')));
        Assert.All(lines, l => Assert.True(l.EnumerateRunes().Sum(Columns) <= width, l));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(150)]
    public void Table_Ascii_HasSignsOfOneWidthAlone(int width)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);

        ReportWriters.For(ReportFormat.Table, new TextLayout(width) { Ascii = true }).Write([Written.Jingle2022], Language.Zh, text);

        Assert.Contains(">=50", text.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(text.ToString(), c => "│┌─≥≤−—–·“”Ⅲ".Contains(c, StringComparison.Ordinal));
    }

    [Fact]
    public void Table_Coloured_MarksWhatIsNotMetAndWhatIsClaimed()
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);

        ReportWriters.For(ReportFormat.Table, new TextLayout(150) { Colour = true }).Write([Written.Jingle2022], Language.Zh, text);

        var plain = Written.As(ReportFormat.Table, Language.Zh, Written.Jingle2022);
        Assert.Contains("\u001b[31m未达标\u001b[0m", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("\u001b[33m自报\u001b[0m", text.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', plain);
    }

    [Fact]
    public void Write_Note_IsShownInEveryFormatButCsv()
    {
        Assert.Contains("虚构示例", Written.WhatIf.Note, StringComparison.Ordinal);
        foreach (var format in (ReportFormat[])[ReportFormat.Table, ReportFormat.Json, ReportFormat.Markdown])
        {
            Assert.Contains("虚构示例", Written.As(format, Language.Zh, Written.WhatIf), StringComparison.Ordinal);
        }
    }

    private static List<string[]> ReadCsv(string text)
    {
        using var csv = CsvDataReader.Create(new StringReader(text), new CsvDataReaderOptions { HasHeaders = false });
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, csv.RowFieldCount).Select(csv.GetString)]);
        }

        return rows;
    }

    // Cells between bars that are not escaped.
    private static int Cells(string row) =>
        row.Replace("\\\\", "", StringComparison.Ordinal).Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|') - 1;

    private static int Columns(Rune rune) => rune.Value >= 0x2E80 ? 2 : 1;
}
