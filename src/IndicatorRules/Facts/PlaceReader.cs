using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Facts;

/// <summary>Reads the place of a facts file.</summary>
internal static class PlaceReader
{
    internal static Place Read(JObject o, string document, JsonText text, Dictionary<FactPath, Location> locations, DiagnosticBag bag)
    {
        locations[new FactPath(0)] = text.At(o);
        var attributes = new List<AttributeValue>();
        foreach (var attribute in o.Objects("attributes"))
        {
            var (path, at) = (new FactPath(0, attribute.Text("id")), text.At(attribute["id"]));
            if (locations.TryAdd(path, at))
            {
                attributes.Add(Attribute(attribute, document));
            }
            else
            {
                var first = o.Objects("attributes").First(a => a.Text("id") == path.Indicator);
                var kind = JToken.DeepEquals(first, attribute) ? DiagnosticCatalog.FactsTwiceAlike : DiagnosticCatalog.FactsTwice;
                bag.Add(kind, at, FactReader.Entry(path.Indicator), locations[path].Beside(at));
            }
        }

        return new Place
        {
            Code = o.Text("code"),
            Name = o.Text("name"),
            Level = o.Text("level"),
            Attributes = [.. attributes],
        };
    }

    private static AttributeValue Attribute(JObject o, string document) => new()
    {
        Id = o.Text("id"),
        Choice = o.TextOrNull("choice"),
        Number = o.NumberOrNull("number"),
        Shares = o["shares"] is JObject shares
            ? [.. shares.Properties().Select(p => new Share(p.Name, JsonAccess.Number(p.Value)))]
            : [],
        Source = FactReader.Source(o["source"], document),
    };
}
