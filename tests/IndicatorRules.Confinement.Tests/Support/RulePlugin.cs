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

    private readonly TempFolder _folder = new();

    internal RulePlugin(string rule)
    {
        _folder.CopyFrom(Repo.In("plugins", Id), Id);
        _folder.Write($"{Id}/rules/{Indicator}.csx", rule);
        FactsFile = _folder.Write("facts.json", Facts);
    }

    internal string Folder => _folder.Path;

    internal string FactsFile { get; }

    public void Dispose() => _folder.Dispose();
}
