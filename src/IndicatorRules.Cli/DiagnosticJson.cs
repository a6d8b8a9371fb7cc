using System.Text.Json;
using System.Text.Json.Nodes;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Cli;

/// <summary>Diagnostics as JSON, for editors and other programs.</summary>
internal static class DiagnosticJson
{
    /// <summary>The layout of all JSON that the tool writes itself.</summary>
    internal static JsonSerializerOptions Layout { get; } = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = VisibleText.Json,
    };

    internal static string Write(IEnumerable<Diagnostic> diagnostics, Language language)
    {
        var all = new JsonArray([.. diagnostics.Select(d => (JsonNode)new JsonObject
        {
            ["id"] = d.Id,
            ["severity"] = d.Severity == Severity.Error ? "error" : "warning",
            ["file"] = d.Location.File,
            ["line"] = d.Location.Line,
            ["column"] = d.Location.Column,
            ["message"] = d.Message(language),
            ["help"] = d.Help(language),
            ["suggestion"] = d.Suggestion,
        })]);
        return all.ToJsonString(Layout) + "\n";
    }
}
