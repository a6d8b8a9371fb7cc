using System.Security.Cryptography;
using System.Text;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;

namespace IndicatorRules.Reporting;

/// <summary>
/// What every page has around its content: the language, the style and the script, and a policy by which a browser runs these alone and
/// fetches nothing.
/// </summary>
internal static class HtmlFrame
{
    private static readonly Lazy<string> Style = new(() => Resource("page.css"));
    private static readonly Lazy<string> Script = new(() => Resource("page.js"));

    /// <summary>Begins a page.</summary>
    internal static HtmlMarkup Begin(string title, Language language, bool hasScript)
    {
        var words = new Wording(language);
        var page = new HtmlMarkup();
        page.Add($"<!DOCTYPE html>\n<html lang=\"{words.Say("zh-CN", "en")}\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.AddMade(
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'; form-action 'none'; "
                + $"style-src {Hash(Style.Value)}{(hasScript ? $"; script-src {Hash(Script.Value)}" : "")}\">\n");
        page.Add($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n<style>");
        page.AddMade(Style.Value);
        page.Add($"</style>\n</head>\n<body>\n");
        return page;
    }

    /// <summary>Ends a page.</summary>
    internal static string End(HtmlMarkup page, bool hasScript)
    {
        if (hasScript)
        {
            page.Add($"<script>");
            page.AddMade(Script.Value);
            page.Add($"</script>\n");
        }

        page.Add($"</body>\n</html>\n");
        return page.ToString();
    }

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    private static string Resource(string name)
    {
        using var stream = typeof(HtmlFrame).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
