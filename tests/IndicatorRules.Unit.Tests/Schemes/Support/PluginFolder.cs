using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Tests.Support;

/// <summary>A directory of small plugins that is gone when the test is over.</summary>
internal sealed class PluginFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("indicator-rules-");

    internal string Root => _root.FullName;

    /// <summary>A whole scheme of one indicator, changed as the test wants it.</summary>
    internal PluginFolder Add(string folder, string id, string version = "1.0.0", Action<JObject>? change = null)
    {
        var scheme = JObject.Parse($$"""
            {
              "$schema": "../../schemas/scheme.schema.json",
              "id": "{{id}}",
              "version": "{{version}}",
              "contract": "[1.0.0,2.0.0)",
              "title": "体系",
              "issuer": "某县",
              "level": "county",
              "source": { "document": "文件", "table": "1" },
              "domains": [{ "id": "space", "name": "空间", "tasks": [{ "id": "land", "name": "用地" }] }],
              "indicators": [
                {
                  "id": "forest", "number": 1, "task": "land", "name": "森林", "unit": "%", "direction": "higher",
                  "binding": "binding", "target": "≥20", "rule": "AtLeast(20)"
                }
              ]
            }
            """);
        change?.Invoke(scheme);
        Write($"{folder}/scheme.json", scheme.ToString());
        return this;
    }

    /// <summary>A scheme that takes its one indicator over.</summary>
    internal PluginFolder AddLower(string folder, string id, params (string Id, string Range)[] uppers) =>
        Add(folder, id, change: scheme =>
        {
            scheme.Remove("domains");
            scheme["extends"] = new JArray(uppers.Select(b => new JObject { ["id"] = b.Id, ["version"] = b.Range }));
            scheme["indicators"] = new JArray(new JObject { ["id"] = "forest", ["from"] = new JArray(uppers.Select(b => b.Id)) });
        });

    internal PluginFolder Write(string path, string text)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return this;
    }

    internal SchemeCatalog Discover() => SchemeCatalog.Discover(Root);

    internal Result<Scheme> Resolve(string id) => Discover().Resolve(id);

    /// <summary>The ids of what is wrong with a scheme.</summary>
    internal string[] Faults(string id) => [.. Resolve(id).Diagnostics.Select(d => d.Id)];

    public void Dispose() => _root.Delete(recursive: true);
}
