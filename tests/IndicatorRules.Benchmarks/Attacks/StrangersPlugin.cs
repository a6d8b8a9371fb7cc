using System.Text;
using System.Text.Json.Nodes;
using IndicatorRules.Facts;

namespace IndicatorRules.Benchmarks.Attacks;

/// <summary>A plugin with one shipped indicator, whose rule a stranger wrote.</summary>
internal sealed class StrangersPlugin : IDisposable
{
    private const string Indicator = "agricultural-waste";

    private readonly string _folder = Directory.CreateTempSubdirectory("stranger").FullName;

    internal StrangersPlugin()
    {
        var scheme = JsonNode.Parse(File.ReadAllBytes(Repo.In("plugins/national-revised/scheme.json")))!;
        var all = scheme["indicators"]!.AsArray();
        var chosen = (all.FirstOrDefault(i => (string?)i!["id"] == Indicator) ?? all.First(i => i!["items"] is not null))!.DeepClone();
        chosen["rule"] = new JsonObject { ["file"] = "rules/stranger.csx" };
        scheme["id"] = "stranger";
        scheme["indicators"] = new JsonArray(chosen);
        Directory.CreateDirectory(Path.Combine(_folder, "rules"));
        File.WriteAllText(Path.Combine(_folder, "scheme.json"), scheme.ToJsonString());
    }

    /// <summary>
    /// Jingle's figures of that indicator alone: others, and what else Jingle's scheme asks for, are none of this scheme's.
    /// </summary>
    internal static FactsFile Facts()
    {
        var facts = JsonNode.Parse(File.ReadAllBytes(Repo.Sample("jingle-2022")))!;
        facts.AsObject().Remove("scheme");
        foreach (var year in facts["years"]!.AsArray())
        {
            year!.AsObject().Remove("background");
            var own = year["indicators"]!.AsArray().Where(i => (string?)i!["id"] == Indicator).Select(i => i!.DeepClone());
            year["indicators"] = new JsonArray([.. own]);
        }

        var path = Path.Combine(Directory.CreateTempSubdirectory("stranger").FullName, "facts.json");
        File.WriteAllText(path, facts.ToJsonString());
        try
        {
            return FactsReader.ReadFile(path).OrThrow();
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }

    internal string With(string rule) => With(Encoding.UTF8.GetBytes(rule));

    internal string With(byte[] rule)
    {
        File.WriteAllBytes(Path.Combine(_folder, "rules", "stranger.csx"), rule);
        return _folder;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
