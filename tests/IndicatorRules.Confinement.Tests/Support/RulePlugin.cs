using IndicatorRules.Conventions.Support;

namespace IndicatorRules.Confinement.Tests.Support;

/// <summary>A temporary copy of the national scheme with one rule put in place of its own, and facts for it; gone after the test.</summary>
internal sealed class RulePlugin : IDisposable
{
    internal const string Id = "national-revised";

    /// <summary>The indicator whose rule it is.</summary>
    internal const string Indicator = "natural-space";

    private const string Facts = """
        {
          "$schema": "facts.schema.json",
          "scheme": "national-revised",
          "place": {
            "code": "tiny",
            "name": "小县",
            "attributes": [
              { "id": "Climate", "choice": "半湿润地区" },
              { "id": "Terrain", "shares": { "Mountain": 49, "Hill": 37, "Plain": 14 } }
            ]
          },
          "years": [
            { "year": 2021, "indicators": [{ "id": "natural-space", "items": [{ "id": "RedLine", "value": 90 }] }] },
            { "year": 2022, "indicators": [{ "id": "natural-space", "items": [{ "id": "RedLine", "value": 92.87 }] }] }
          ]
        }
        """;

    internal RulePlugin(string rule)
    {
        var source = Path.Combine(Repo.Root, "plugins", Id);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Folder, Id, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        File.WriteAllText(Path.Combine(Folder, Id, "rules", $"{Indicator}.csx"), rule);
        File.WriteAllText(FactsFile, Facts);
    }

    internal string Folder { get; } = Directory.CreateTempSubdirectory("indicator-rules-").FullName;

    internal string FactsFile => Path.Combine(Folder, "facts.json");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
