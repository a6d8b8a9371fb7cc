using Microsoft.Playwright;

namespace IndicatorRules.Browser.Tests;

/// <summary>The machine's Chromium, started once for all tests of a class.</summary>
public sealed class Chromium : IAsyncLifetime
{
    internal const string Missing = "There is no Chromium here: install the package chromium, or name its path in CHROMIUM.";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    internal static string? Path { get; } = new[]
    {
        Environment.GetEnvironmentVariable("CHROMIUM"), "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
    }.FirstOrDefault(File.Exists);

    public async Task InitializeAsync()
    {
        if (Path is null)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Path, Args = ["--no-sandbox", "--disable-gpu"] });
    }

    /// <summary>Opens a page in a context of its own.</summary>
    internal async Task<OpenedPage> OpenAsync(string html, BrowserNewContextOptions? options = null)
    {
        var file = System.IO.Path.Combine(Directory.CreateTempSubdirectory("page").FullName, "page.html");
        await File.WriteAllTextAsync(file, html);
        return await OpenFileAsync(file, options);
    }

    /// <summary>Opens a page that is a file.</summary>
    internal async Task<OpenedPage> OpenFileAsync(string file, BrowserNewContextOptions? options = null)
    {
        var context = await _browser!.NewContextAsync(options ?? new() { ViewportSize = new() { Width = 1400, Height = 900 } });
        var page = await context.NewPageAsync();
        var opened = new OpenedPage(context, page);
        page.Console += (_, message) => opened.Complaints.Add(message.Text);
        page.PageError += (_, fault) => opened.Complaints.Add(fault);
        page.Dialog += (_, dialog) => opened.Complaints.Add(dialog.Message);
        page.Request += (_, request) => opened.Requests.Add(request.Url);
        await page.GotoAsync(new Uri(file).AbsoluteUri);
        return opened;
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}

/// <summary>A page in Chromium, with what it complained of and fetched.</summary>
internal sealed record OpenedPage(IBrowserContext Context, IPage Page) : IAsyncDisposable
{
    internal List<string> Complaints { get; } = [];

    internal List<string> Requests { get; } = [];

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();
}
