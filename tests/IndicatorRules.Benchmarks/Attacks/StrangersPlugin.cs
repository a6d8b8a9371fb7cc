using System.Text;
using System.Text.Json.Nodes;
using IndicatorRules.Conventions.Support;

namespace IndicatorRules.Benchmarks.Attacks;

/// <summary>A plugin with one shipped indicator, whose rule a stranger wrote.</summary>
internal sealed class StrangersPlugin : IDisposable
{
    private const string Indicator = "agricultural-waste";

    private readonly string _folder = Directory.CreateTempSubdirectory("stranger").FullName;

    internal StrangersPlugin()
    {
        var scheme = JsonNode.Parse(File.ReadAllBytes(Path.Combine(Repo.Root, "plugins/national-revised/scheme.json")))!;
        var all = scheme["indicators"]!.AsArray();
        var chosen = (all.FirstOrDefault(i => (string?)i!["id"] == Indicator) ?? all.First(i => i!["items"] is not null))!.DeepClone();
        chosen["rule"] = new JsonObject { ["file"] = "rules/stranger.csx" };
        scheme["id"] = "stranger";
        scheme["indicators"] = new JsonArray(chosen);
        Directory.CreateDirectory(Path.Combine(_folder, "rules"));
        File.WriteAllText(Path.Combine(_folder, "scheme.json"), scheme.ToJsonString());
    }

    internal string With(string rule) => With(Encoding.UTF8.GetBytes(rule));

    internal string With(byte[] rule)
    {
        File.WriteAllBytes(Path.Combine(_folder, "rules", "stranger.csx"), rule);
        return _folder;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
