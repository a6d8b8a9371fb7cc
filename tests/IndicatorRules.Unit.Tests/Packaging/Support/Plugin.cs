using IndicatorRules.Packaging.Signing;

namespace IndicatorRules.Packaging.Tests.Support;

/// <summary>Writes small whole plugins.</summary>
internal static class Plugin
{
    internal static string Write(
        TempFolder folder, string name, string id = "forest-county", string version = "1.0.0",
        string rule = "AtLeast(20)", string extends = "")
    {
        folder.Write($"{name}/scheme.json", $$"""
            {
              "$schema": "../../schemas/scheme.schema.json",
              "id": "{{id}}",
              "version": "{{version}}",
              "contract": "[1.0.0,2.0.0)",
              "title": { "zh": "林业县指标体系", "en": "Indicators of a forest county" },
              "issuer": "某县",
              "level": "county",
              "source": { "document": "文件", "table": "1" },{{extends}}
              "domains": [{ "id": "space", "name": "空间", "tasks": [{ "id": "land", "name": "用地" }] }],
              "indicators": [
                {
                  "id": "forest", "number": 1, "task": "land", "name": "森林", "unit": "%", "direction": "higher",
                  "binding": "binding", "target": "≥20", "rule": { "file": "rules/forest.csx" }
                }
              ]
            }
            """);
        folder.Write($"{name}/rules/forest.csx", $"return {rule};\n");
        folder.Write($"{name}/README.md", "# 林业县\n");
        return folder.In(name);
    }

    /// <summary>A package of such a plugin.</summary>
    internal static byte[] Packed(
        string id = "forest-county", string version = "1.0.0", string rule = "AtLeast(20)", SigningKey? key = null, string extends = "")
    {
        using var folder = new TempFolder();
        return BytesOf(
            IndicatorRules.Packaging.Packing.PackageWriter.Write(Write(folder, "plugin", id, version, rule, extends), key).OrThrow());
    }

    internal static byte[] BytesOf(Package package)
    {
        using var buffer = new MemoryStream();
        package.CopyTo(buffer);
        return buffer.ToArray();
    }
}
