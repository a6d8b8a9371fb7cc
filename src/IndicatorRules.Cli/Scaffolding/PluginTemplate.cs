using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Cli.Scaffolding;

/// <summary>The files of a new plugin that validates, tests and assesses at once.</summary>
/// <param name="id">The new scheme's id.</param>
/// <param name="upper">The scheme it extends; null for a table of its own.</param>
/// <param name="schemas">The folder of the JSON Schemas as the plugin's folder sees it, with forward slashes.</param>
internal sealed class PluginTemplate(string id, Scheme? upper, string schemas)
{
    internal const string FactsFile = "facts-template.json";

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>The relative path and text of each file, in order.</summary>
    internal IEnumerable<(string Path, string Text)> Files()
    {
        yield return ("scheme.json", Text(SchemeTemplate.Of(id, upper, schemas)));
        yield return ("rules/example.csx", RuleTemplate.Of(upper));
        yield return (FactsFile, Text(new FactsTemplate(id, upper, [FactsTemplate.YearOf(upper, null)]).Json(schemas)));
        yield return ("README.md", ReadmeTemplate.English(id, upper));
        yield return ("README.zh-CN.md", ReadmeTemplate.Chinese(id, upper));
        yield return ("CHANGELOG.md", $"# {id}\n\n## 0.1.0\n\n- 由模板生成。\n");
        foreach (var (name, text) in CaseTemplates.Of(upper, schemas))
        {
            yield return ($"cases/{name}", text);
        }
    }

    internal static string Text(JsonNode node) => node.ToJsonString(Options) + "\n";
}
