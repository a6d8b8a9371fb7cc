using System.CommandLine;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Cli;

/// <summary>The form that a result is written in: what <c>--format</c> says, else what the end of the file's name says.</summary>
internal static class OutputForm
{
    private static readonly (string End, string Form)[] Written =
        [(".csv", "csv"), (".json", "json"), (".jsonl", "json"), (".ndjson", "json"), (".md", "markdown"), (".markdown", "markdown")];

    // Ends that promise a form which is not written; any other end promises nothing.
    private static readonly string[] Unwritten =
        [".xlsx", ".xls", ".xlsm", ".et", ".ods", ".docx", ".doc", ".wps", ".odt", ".html", ".htm", ".pdf", ".parquet", ".xml"];

    /// <summary>Chooses the form.</summary>
    /// <param name="parsed">The command.</param>
    /// <param name="format">Its option.</param>
    /// <param name="path">The file named; null for standard output.</param>
    /// <param name="forms">The forms that this command writes; the first is the usual one.</param>
    /// <exception cref="FileFaultException">The name of the file says another form.</exception>
    internal static string Of(ParseResult parsed, Option<string> format, string? path, params string[] forms)
    {
        var asked = parsed.GetResult(format) is { Implicit: false } ? parsed.GetValue(format) : null;
        var end = Path.GetExtension(path ?? "").ToLowerInvariant();
        if (Unwritten.Contains(end))
        {
            throw FileFaultException.Of(
                DiagnosticCatalog.TargetFormUnknown, path!, end, string.Join(" ", Written.Where(w => forms.Contains(w.Form)).Select(w => w.End)));
        }

        var said = Array.Find(Written, w => w.End == end).Form;
        if (asked is not null && said is not null && said != asked)
        {
            throw FileFaultException.Of(DiagnosticCatalog.TargetForm, path!, path!, asked, Array.Find(Written, w => w.Form == asked).End ?? ".txt");
        }

        if (said is not null && !forms.Contains(said))
        {
            throw FileFaultException.Of(
                DiagnosticCatalog.TargetFormUnknown, path!, end, string.Join(" ", Written.Where(w => forms.Contains(w.Form)).Select(w => w.End)));
        }

        return asked ?? said ?? forms[0];
    }
}
