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

    /// <summary>The problem: its title says what kind it is, its detail what the first error says.</summary>
    internal static byte[] Write(int status, ImmutableArray<Diagnostic> diagnostics, Language language)
    {
        var first = diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) ?? diagnostics[0];
        var problem = new JsonObject
        {
            ["type"] = $"urn:indicator-rules:{first.Id}",
            ["title"] = TitleOf(status).In(language),
            ["status"] = status,
            ["detail"] = first.Message(language),
            ["diagnostics"] = Write(diagnostics, language),
        };
        return JsonSerializer.SerializeToUtf8Bytes(problem, Layout);
    }

    // The same for every problem of a kind, as RFC 9457 asks.
    private static LocalizedText TitleOf(int status) => status switch
    {
        401 => new("没有权限", "Not allowed"),
        404 or 405 => new("没有这个接口", "There is no such operation"),
        408 => new("数据没有传完", "The body did not arrive"),
        406 => new("不能按要求的形式作答", "No accepted form"),
        413 => new("数据太大", "Too large"),
        415 => new("数据的形式不对", "Unsupported form of facts"),
        422 => new("填报数据有错", "The facts cannot be judged"),
        429 => new("请求太多", "Too many requests"),
        503 => new("暂时不能作答", "Not available at present"),
        < 500 => new("请求不对", "The request is wrong"),
        _ => new("服务出错", "The service failed"),
    };

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
