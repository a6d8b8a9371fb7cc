using System.Diagnostics;
using IndicatorRules.Contract.Readings;
using IndicatorRules.Facts;

namespace IndicatorRules.Timing.Tests;

/// <summary>Facts that are too large or too long are answered at once.</summary>
public sealed class ReadingTests
{
    [Fact]
    public void ReadFile_LargerThanTheCap_IsRefusedUnread()
    {
        using var folder = new TempFolder();
        var path = folder.Write("large.json", "");
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(200 * 1024 * 1024);
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var watch = Stopwatch.StartNew();

        var diagnostic = Assert.Single(FactsReader.ReadFile(path).Diagnostics);

        Assert.Equal("IR1002", diagnostic.Id);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), $"{watch.Elapsed}");
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, 16 * 1024 * 1024);
    }

    [Theory]
    [InlineData('1', "")]
    [InlineData('%', "")]
    [InlineData('-', "1")]
    [InlineData(',', "1")]
    public void Parse_HugeInput_AnswersAtOnce(char filler, string end)
    {
        var text = "1" + new string(filler, 200_000) + end;
        var watch = Stopwatch.StartNew();

        var (reading, _) = ReadingParser.Parse(text);

        Assert.Equal(ReadingKind.Words, reading.Kind);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }

    [Fact]
    public void Parse_ManyBlanks_AnswersAtOnce()
    {
        var watch = Stopwatch.StartNew();

        Assert.Equal(ReadingKind.Words, ReadingParser.Parse("1" + new string(' ', 200_000) + "x").Reading.Kind);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }
}
