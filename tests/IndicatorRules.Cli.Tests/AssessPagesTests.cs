using IndicatorRules.Cli.Tests.Support;

namespace IndicatorRules.Cli.Tests;

/// <summary><c>assess --format html</c>, for one place and for many.</summary>
public sealed class AssessPagesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Assess_OutHtml_WritesThePageWithWhatTheChecksFound()
    {
        var page = Path.Combine(_folder.Path, "静乐.html");

        var run = await ToolRun.Of("assess", Repo.Sample("jingle-2022"), "--out", page);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        var text = await File.ReadAllTextAsync(page);
        Assert.StartsWith("<!DOCTYPE html>", text, StringComparison.Ordinal);
        Assert.Contains("校核发现（", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assess_Folder_WritesAPageOfEachPlaceAndAnIndex()
    {
        var (facts, pages) = (Path.Combine(_folder.Path, "facts"), Path.Combine(_folder.Path, "pages"));
        Directory.CreateDirectory(facts);
        var text = await File.ReadAllTextAsync(Repo.Sample("jingle-2022"));
        await File.WriteAllTextAsync(Path.Combine(facts, "a.json"), text);
        var other = text.Replace("静乐县", "甲县", StringComparison.Ordinal).Replace("\"jingle\"", "\"jia\"", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(facts, "b.json"), other);

        var run = await ToolRun.Of("assess", facts, "--format", "html", "--year", "2022", "--out", pages);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Equal(
            ["index.html", "jia-2022.html", "jingle-2022.html"],
            Directory.GetFiles(pages).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal));
        Assert.Contains("甲县", await File.ReadAllTextAsync(Path.Combine(pages, "index.html")), StringComparison.Ordinal);

        var again = await ToolRun.Of("assess", facts, "--format", "html", "--year", "2022", "--out", pages);

        Assert.Equal(ExitCode.WrongInput, again.ExitCode);
        Assert.Contains("IR1023", again.Error, StringComparison.Ordinal);
    }

    // Every place and year has other figures, so that none can pass for another's.
    [Fact]
    public async Task Assess_Table_WritesThePageThatEachPlaceHasAlone()
    {
        var (table, pages, alone) = (_folder.In("各县.csv"), _folder.In("pages"), _folder.In("一县.html"));
        var rows = from place in Enumerable.Range(10, 20)
                   from year in new[] { 2021, 2022 }
                   let named = $"1409{place},县{place},{year}"
                   select $"{named},3,{place + year - 2021}.5\n{named},29,{60 + place - year + 2021}\n";
        await File.WriteAllTextAsync(table, "行政区代码,行政区名称,年份,序号,现状值\n" + string.Concat(rows));

        await ToolRun.Of("assess", table, "--scheme", "jingle-county", "--format", "html", "--out", pages);

        foreach (var (place, year) in new[] { (10, 2021), (10, 2022), (19, 2021), (29, 2022) })
        {
            await ToolRun.Of(
                "assess", table, "--scheme", "jingle-county", "--place", $"1409{place}", "--year", $"{year}", "--out", alone);
            var page = await File.ReadAllTextAsync(Path.Combine(pages, $"1409{place}-{year}.html"));
            Assert.Equal(
                await File.ReadAllTextAsync(alone),
                page.Replace("<nav class=\"screen\"><a href=\"index.html\">全部县（市、区）</a></nav>", "", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData()]
    [InlineData("--out", "-")]
    [InlineData("--out", "结果.html")]
    [InlineData("--out", "pages", "--resume")]
    public async Task Assess_FolderWithoutAFolderForPages_SaysSo(params string[] options)
    {
        var run = await ToolRun.Of([
            "assess", Path.GetDirectoryName(Repo.Sample("jingle-2022"))!, "--format", "html", .. options]);

        Assert.Equal(ExitCode.WrongInput, run.ExitCode);
        Assert.StartsWith("命令有误：", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
