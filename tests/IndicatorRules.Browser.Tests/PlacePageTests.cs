using Deque.AxeCore.Playwright;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Reporting;
using IndicatorRules.Tests.Support;
using Microsoft.Playwright;

namespace IndicatorRules.Browser.Tests;

/// <summary>The pages as a browser shows them: to the eye, the keyboard, a screen reader and a printer.</summary>
public sealed class PlacePageTests(Chromium chromium) : IClassFixture<Chromium>
{
    private static readonly string County = Page(Jingle.Assess2022());

    public static TheoryData<ColorScheme, int> Looks => new()
    {
        { ColorScheme.Light, 1400 }, { ColorScheme.Dark, 1400 }, { ColorScheme.Light, 400 }, { ColorScheme.Dark, 400 },
    };

    [BrowserTheory]
    [MemberData(nameof(Looks))]
    public async Task Axe_FindsNothing(ColorScheme colors, int width)
    {
        await using var opened = await chromium.OpenAsync(
            County, new() { ColorScheme = colors, ViewportSize = new() { Width = width, Height = 900 } });
        await opened.Page.EvaluateAsync("for (const one of [...document.querySelectorAll('details')].slice(0, 8)) one.open = true");
        var found = await opened.Page.RunAxe();
        Assert.Empty(found.Violations.Select(v => $"{v.Id}: {v.Help} {v.Nodes[0].Html}"));
        var wide = await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        Assert.InRange(wide, 0, width);
    }

    [BrowserFact]
    public async Task Axe_FindsNothingInAnIndex()
    {
        var pages = new PlacePages(Language.Zh);
        pages.Add(PlaceReport.Of(Jingle.Assess2022(), Language.Zh));
        pages.Add(PlaceReport.Of(Named("甲县"), Language.Zh));
        await using var opened = await chromium.OpenAsync(pages.Index().Text);
        Assert.Empty((await opened.Page.RunAxe()).Violations.Select(v => $"{v.Id}: {v.Help} {v.Nodes[0].Html}"));
        Assert.Empty(opened.Complaints);
    }

    [BrowserFact]
    public async Task Page_FetchesNothingAndBreaksNoPolicy()
    {
        await using var opened = await chromium.OpenAsync(County);
        Assert.Empty(opened.Complaints);
        Assert.Single(opened.Requests);
    }

    [BrowserFact]
    public async Task WithoutScript_CountsFilterAndRowsOpenByKeyboard()
    {
        await using var opened = await chromium.OpenAsync(County, new() { JavaScriptEnabled = false });
        var (page, rows) = (opened.Page, opened.Page.Locator(".row:visible"));
        Assert.Equal(38, await rows.CountAsync());
        await page.GetByText("未达标 1", new() { Exact = true }).ClickAsync();
        Assert.Equal(1, await rows.CountAsync());
        await page.Locator(".row:visible .more summary").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal(1, await page.Locator(".detail h3:visible", new() { HasText = "为什么这样判" }).CountAsync());
        Assert.False(await page.Locator(".tools").IsVisibleAsync());
    }

    [BrowserFact]
    public async Task Keyboard_ReachesEveryFilter()
    {
        await using var opened = await chromium.OpenAsync(County);
        await opened.Page.Locator(".only").First.FocusAsync();
        await opened.Page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("not-met", await opened.Page.Locator(".only:checked").GetAttributeAsync("value"));
        Assert.Equal("现列出1项", await opened.Page.Locator("output").TextContentAsync());
    }

    [BrowserFact]
    public async Task Search_FindsNamesAndSources()
    {
        await using var opened = await chromium.OpenAsync(County);
        await opened.Page.GetByLabel("查找").FillAsync("生活污水");
        var names = await opened.Page.Locator(".row:visible th.name").AllTextContentsAsync();
        Assert.Contains("农村生活污水治理率", names);
        Assert.InRange(names.Count, 1, 10);
        await opened.Page.GetByLabel("查找").FillAsync("没有这样的字");
        Assert.Equal(0, await opened.Page.Locator(".row:visible").CountAsync());
    }

    [BrowserFact]
    public async Task Sorting_ByMargin_PutsTheLeastFirstAndBack()
    {
        await using var opened = await chromium.OpenAsync(County);
        var before = await opened.Page.Locator(".row").EvaluateAllAsync<string[]>("rows => rows.map(r => r.id)");
        await opened.Page.GetByLabel("排序").SelectOptionAsync("spare");
        var spare = await opened.Page.Locator(".row[data-spare]")
            .EvaluateAllAsync<decimal[]>("rows => rows.map(r => Number(r.dataset.spare))");
        Assert.Equal(spare.Order(), spare);
        await opened.Page.GetByLabel("排序").SelectOptionAsync("number");
        Assert.Equal(before, await opened.Page.Locator(".row").EvaluateAllAsync<string[]>("rows => rows.map(r => r.id)"));
    }

    [BrowserFact]
    public async Task Click_OnARow_OpensIt()
    {
        await using var opened = await chromium.OpenAsync(County);
        await opened.Page.Locator(".row th.name").Nth(2).ClickAsync();
        Assert.Equal(1, await opened.Page.Locator(".more > details[open]").CountAsync());
    }

    [BrowserTheory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("\u202E县乐静")]
    [InlineData("</title><script>alert(1)</script>")]
    public async Task HostileNames_AreShownAndNeverExecuted(string name)
    {
        await using var opened = await chromium.OpenAsync(Page(Named(name)));
        Assert.Empty(opened.Complaints);
        Assert.Equal(1, await opened.Page.EvaluateAsync<int>("document.scripts.length"));
        Assert.Equal(0, await opened.Page.EvaluateAsync<int>("document.images.length"));
        var heading = await opened.Page.Locator("h1").TextContentAsync();
        Assert.Contains(name.Replace("\u202E", "<U+202E>", StringComparison.Ordinal), heading, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task LongNames_DoNotWidenThePage()
    {
        await using var opened = await chromium.OpenAsync(
            Page(Named(new string('县', 10_000))), new() { ViewportSize = new() { Width = 400, Height = 900 } });
        Assert.InRange(await opened.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 0, 400);
    }

    [BrowserFact]
    public async Task Print_IsThePrintedTableOnA3Landscape()
    {
        await using var opened = await chromium.OpenAsync(County);
        await opened.Page.EmulateMediaAsync(new() { Media = Media.Print });
        var seen = opened.Page.Locator(".controls:visible, .more-line:visible, .pictures:visible, td.spare:visible");
        Assert.Equal(0, await seen.CountAsync());
        Assert.True(await opened.Page.GetByText("填报单位（盖章）：").IsVisibleAsync());
        var headings = await opened.Page.Locator(".table thead th:visible").AllTextContentsAsync();
        Assert.Equal(11, headings.Count);
        var paper = System.Text.Encoding.Latin1.GetString(await opened.Page.PdfAsync(new() { PreferCSSPageSize = true }));
        Assert.Matches(@"MediaBox \[0 0 119\d(\.\d+)? 84\d", paper);
    }

    private static Assessment Named(string name)
    {
        var one = Jingle.Assess2022();
        return new()
        {
            Scheme = one.Scheme,
            Place = one.Place with { Name = name, Code = name },
            Year = one.Year,
            Evidence = one.Evidence,
            FactsHash = one.FactsHash,
            Note = name,
            Indicators = one.Indicators,
        };
    }

    private static string Page(Assessment assessment)
    {
        using var to = new StringWriter();
        PlacePage.Write([PlaceReport.Of(assessment, Language.Zh, Hosts.Shared.FindContradictions(Jingle.Facts2022).OrThrow())], to);
        return to.ToString();
    }
}
