using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Contract.Facts;
using IndicatorRules.Reporting;
using IndicatorRules.Tests.Support;

namespace IndicatorRules.Tests.Reporting;

/// <summary>The pages of Jingle County as texts; how they look and behave is tested in a browser.</summary>
public sealed class PlacePageTests
{
    private static readonly string County = Page(Language.Zh, Jingle.Assess2022());

    private static string Page(Language language, params Assessment[] assessments)
    {
        using var to = new StringWriter();
        var review = Hosts.Shared.FindContradictions(Jingle.Facts2022).OrThrow();
        PlacePage.Write([.. assessments.Select(a => PlaceReport.Of(a, language, review))], to);
        return to.ToString();
    }

    private static Assessment With(Place place, int? year = null)
    {
        var one = Jingle.Assess2022();
        return new()
        {
            Scheme = one.Scheme,
            Place = place,
            Year = year ?? one.Year,
            Evidence = one.Evidence,
            FactsHash = one.FactsHash,
            Note = one.Note,
            Indicators = one.Indicators,
        };
    }

    private static Place Place(string name) => Jingle.Facts2022.Facts.Place with { Name = name, Code = name };

    [Fact]
    public void Page_HasCountsThatFilter()
    {
        foreach (var filter in (string[])["全部 38", "未达标 1", "自报 5"])
        {
            Assert.Contains($">{filter}</label>", County, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Page_HasEachRowWithItsReasonsLevelsAndRules()
    {
        Assert.Equal(38, Regex.Count(County, "<tbody class=\"row"));
        Assert.Equal(38, Regex.Count(County, "为什么这样判"));
        Assert.Equal(38, Regex.Count(County, "各级要求"));
        foreach (var row in PlaceReport.Of(Jingle.Assess2022(), Language.Zh).Rows)
        {
            Assert.All(row.Reasons, reason => Assert.Contains(System.Net.WebUtility.HtmlEncode(reason), County, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Policy_AllowsItsOwnStyleAndScriptAlone()
    {
        foreach (var element in (string[])["style", "script"])
        {
            var text = Regex.Match(County, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline).Groups[1].Value;
            var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
            Assert.Contains($"{element}-src 'sha256-{hash}'", County, StringComparison.Ordinal);
        }

        Assert.Contains("default-src 'none'", County, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i) (style|on[a-z]+)=|https?://", County);
    }

    [Fact]
    public void Page_IsSmallAndTheSameTwice()
    {
        Assert.Equal(County, Page(Language.Zh, Jingle.Assess2022()));
        Assert.InRange(Encoding.UTF8.GetByteCount(County), 1, 1_000_000);
    }

    [Theory]
    [InlineData(Language.Zh, "zh-CN")]
    [InlineData(Language.En, "en")]
    public void Page_SaysItsLanguage(Language language, string expected) =>
        Assert.Contains($"<html lang=\"{expected}\">", Page(language, Jingle.Assess2022()), StringComparison.Ordinal);

    [Fact]
    public void Ids_AreThereOnce()
    {
        var page = Page(Language.Zh, Jingle.Assess2022(), Jingle.Assess2022());
        var ids = Regex.Matches(page, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value);
        Assert.Empty(ids.GroupBy(i => i).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\" onload=\"alert(1)")]
    [InlineData("\u202Eevil")]
    public void Names_AreEscaped(string name)
    {
        var page = Page(Language.Zh, With(Place(name)));
        Assert.DoesNotContain(name, page, StringComparison.Ordinal);
        Assert.Equal(1, Regex.Count(page, "<script"));
    }

    [Fact]
    public void LongNames_AreCut() =>
        Assert.InRange(Page(Language.Zh, With(Place(new string('县', 10_000)))).Length, 1, County.Length + 40_000);

    [Fact]
    public void Html_IsAFormatOfReports()
    {
        using var to = new StringWriter();
        ReportWriters.For(ReportFormat.Html).Write([Jingle.Assess2022()], Language.Zh, to);
        Assert.StartsWith("<!DOCTYPE html>", to.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Index_RanksPlacesAndShowsEachRowOfEach()
    {
        var pages = new PlacePages(Language.Zh);
        var first = pages.Add(PlaceReport.Of(Jingle.Assess2022(), Language.Zh));
        var second = pages.Add(PlaceReport.Of(Jingle.Assess2022(), Language.Zh));
        var third = pages.Add(PlaceReport.Of(With(Place("../甲<县")), Language.Zh));
        Assert.Equal(3, new[] { first.Path, second.Path, third.Path }.Distinct().Count());
        Assert.All([first.Path, second.Path, third.Path], path => Assert.Matches("^[A-Za-z0-9-]+\\.html$", path));
        var index = pages.Index();
        Assert.Equal(PlacePages.IndexFile, index.Path);
        Assert.Contains($"<a href=\"{third.Path}\">../甲&lt;县</a>", index.Text, StringComparison.Ordinal);
        Assert.Equal(38 * 3, Regex.Count(index.Text, "<td class=\"status-"));
        Assert.Contains($"href=\"{PlacePages.IndexFile}\"", first.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Index_RanksWithinAYear()
    {
        var pages = new PlacePages(Language.Zh);
        foreach (var (name, year) in (ReadOnlySpan<(string, int)>)[("甲县", 2021), ("甲县", 2022), ("乙县", 2022)])
        {
            pages.Add(PlaceReport.Of(With(Place(name), year), Language.Zh));
        }

        var ranks = Regex.Matches(
            pages.Index().Text, "<tr><td>([0-9]+)</td><th scope=\"row\"><a [^>]*>(..)</a></th><td>([0-9]+)</td><td>([0-9.]+%)");
        Assert.Equal(
            ["1 乙县 2022 97.14%", "1 甲县 2022 97.14%", "1 甲县 2021 97.14%"],
            ranks.Select(m => $"{m.Groups[1].Value} {m.Groups[2].Value} {m.Groups[3].Value} {m.Groups[4].Value}"));
    }
}
