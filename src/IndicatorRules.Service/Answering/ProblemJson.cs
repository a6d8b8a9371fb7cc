using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Service.Answering;

/// <summary>Diagnostics → problem details (RFC 9457).</summary>
internal static class ProblemJson
{
    internal const string ContentType = "application/problem+json; charset=utf-8";

    /// <summary>The layout of all JSON that the service writes itself.</summary>
    internal static JsonSerializerOptions Layout { get; } = new() { WriteIndented = true, NewLine = "\n", Encoder = VisibleText.Json };

    /// <summary>The problem. The first error is its title.</summary>
    internal static byte[] Write(int status, ImmutableArray<Diagnostic> diagnostics, Language language)
    {
        var first = diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) ?? diagnostics[0];
        var problem = new JsonObject
        {
            ["type"] = $"urn:indicator-rules:{first.Id}",
            ["title"] = first.Message(language),
            ["status"] = status,
            ["detail"] = first.Help(language),
            ["diagnostics"] = Write(diagnostics, language),
        };
        return JsonSerializer.SerializeToUtf8Bytes(problem, Layout);
    }

    internal static JsonArray Write(IEnumerable<Diagnostic> diagnostics, Language language) => new([.. diagnostics.Select(d =>
    {
        var location = new JsonObject { ["file"] = d.Location.File, ["line"] = d.Location.Line, ["column"] = d.Location.Column };
        if (d.Location.Sheet is { } sheet)
        {
            location["sheet"] = sheet;
            location["cell"] = d.Location.Address;
        }

        return (JsonNode)new JsonObject
        {
            ["id"] = d.Id,
            ["severity"] = d.Severity == Severity.Error ? "error" : "warning",
            ["message"] = d.Message(language),
            ["help"] = d.Help(language),
            ["suggestion"] = d.Suggestion,
            ["path"] = d.Path,
            ["location"] = location,
        };
    })]);
}
