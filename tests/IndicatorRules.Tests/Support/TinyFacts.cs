using System.Text;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Tests.Support;

/// <summary>A facts file small enough to vary by hand.</summary>
internal static class TinyFacts
{
    internal const string File = "tiny.json";

    internal const string Text = """
        {
          "$schema": "facts.schema.json",
          "scheme": "jingle-county",
          "place": {
            "code": "tiny",
            "name": "小县",
            "attributes": [
              { "id": "Climate", "choice": "半湿润地区" },
              { "id": "Terrain", "shares": { "Mountain": 49, "Hill": 37, "Plain": 14 } }
            ]
          },
          "years": [
            {
              "year": 2022,
              "indicators": [
                { "id": "eco-plan", "value": "制定实施" },
                { "id": "eco-appraisal-share", "value": 28 },
                { "id": "farm-waste", "items": [
                  { "id": "Straw", "value": 92.87 }
                ] }
              ]
            }
          ]
        }
        """;

    /// <summary>The text with words replaced that stand in it once.</summary>
    internal static string With(string from, string to)
    {
        Assert.Equal(2, Text.Split(from).Length);
        return Text.Replace(from, to, StringComparison.Ordinal);
    }

    internal static Result<FactsFile> Read(string text)
    {
        var json = StrictJson.Read(Encoding.UTF8.GetBytes(text), File);
        return json.Succeeded ? FactsReader.Read(json.Value) : new(null, json.Diagnostics);
    }
}
