using System.CommandLine;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Cli;

/// <summary>Chooses the form of a result: that of <c>--format</c>, or else that of the file's ending.</summary>
internal static class OutputForm
{
    private static readonly (string End, string Form)[] Written =
    [
        (".csv", "csv"), (".json", "json"), (".jsonl", "json"), (".ndjson", "json"), (".md", "markdown"), (".markdown", "markdown"),
        (".html", "html"), (".htm", "html"), (".xlsx", "xlsx"), (".docx", "docx"),
    ];

    // Endings of forms that the tool does not write; any ending that is not listed fits every form.
    private static readonly string[] Unwritten =
        [".xls", ".xlsm", ".et", ".ods", ".doc", ".wps", ".odt", ".pdf", ".parquet", ".xml"];

    /// <summary>Chooses the form.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="format">The option <c>--format</c>.</param>
    /// <param name="path">The output file; null for standard output.</param>
    /// <param name="forms">The forms that the verb writes; the first is the default.</param>
    /// <exception cref="FileFaultException">The file's ending is that of another form.</exception>
    internal static string Of(ParseResult parsed, Option<string> format, string? path, params string[] forms)
    {
        var asked = parsed.GetResult(format) is { Implicit: false } ? parsed.GetValue(format) : null;
        var end = Path.GetExtension(path ?? "").ToLowerInvariant();
        if (Unwritten.Contains(end))
        {
            throw Unknown(path!, end, forms);
        }

        var said = end == ".txt" && forms[0] is ("table" or "text") ? forms[0] : Array.Find(Written, w => w.End == end).Form;
        if (asked is not null && said is not null && said != asked)
        {
            throw FileFaultException.Of(
                DiagnosticCatalog.TargetForm, path!, path!, asked, Array.Find(Written, w => w.Form == asked).End ?? ".txt");
        }

        if (said is not null && !forms.Contains(said))
        {
            throw Unknown(path!, end, forms);
        }

        return asked ?? said ?? forms[0];
    }

    private static FileFaultException Unknown(string path, string end, string[] forms) => FileFaultException.Of(
        DiagnosticCatalog.TargetFormUnknown, path, end, string.Join(" ", Written.Where(w => forms.Contains(w.Form)).Select(w => w.End)));
}
