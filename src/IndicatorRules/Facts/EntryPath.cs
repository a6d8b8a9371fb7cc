using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Facts;

/// <summary>The paths by which diagnostics name entries of facts; see <see cref="Diagnostic.Path"/>.</summary>
internal static class EntryPath
{
    internal static string Of(FactPath path) =>
        path == FactsFile.SchemePath ? path.Indicator
        : Joined(path.Year == 0 ? "place" : $"{path.Year}", path.Indicator?.TrimStart('#') ?? "", path.Item ?? "");

    /// <summary>The result with the entry of each diagnostic, found by its location.</summary>
    internal static Result<FactsFile> Named(Result<FactsFile> read, JsonText text)
    {
        if (read.Diagnostics.IsEmpty || text.Root is not JContainer root)
        {
            return read;
        }

        var tokens = new Dictionary<Location, JToken>();
        foreach (var token in root.DescendantsAndSelf())
        {
            if (token.Annotation<JsonText.Position>() is { } position)
            {
                tokens.TryAdd(position.Location, token);
            }
        }

        return new(read.Value,
            [.. read.Diagnostics.Select(d => tokens.GetValueOrDefault(d.Location) is { } token && Of(token) is { Length: > 0 } path
                ? d with { Location = d.Location with { Entry = path } } : d)]);
    }

    // The entries that a value of a file lies in: the year, the row and the item, in either form of the file.
    private static string Of(JToken token)
    {
        string head = "", group = "", row = "", item = "";
        foreach (var within in token.AncestorsAndSelf())
        {
            var list = (within.Parent as JArray)?.Parent as JProperty;
            switch ((within, list?.Name))
            {
                case (JObject o, "items"):
                    item = Id(o);
                    break;
                case (JObject o, "indicators" or "attributes"):
                    row = Id(o);
                    break;
                case (JObject o, "background" or "adjustments"):
                    (group, row) = (list!.Name == "background" ? "background" : "adjustment", Id(o));
                    break;
                case (JObject o, "years"):
                    head = o["year"] is JValue { Value: long year } ? $"{year}" : "";
                    break;
                case (JProperty { Parent.Parent: JProperty { Name: "values" } } key, _):
                    head = key.Name;
                    break;
                case (JProperty top, _) when top.Parent?.Parent is null && head.Length == 0 && group.Length == 0
                    && (row.Length == 0 || top.Name == "place"):
                    head = top.Name;
                    break;
            }
        }

        return Joined(head, group, row, item);
    }

    private static string Id(JObject o) => o["id"] is JValue { Value: string id } ? id : "";

    // An id may hold anything, and what is within a path must not look like its end.
    private static string Joined(params IEnumerable<string> parts) =>
        string.Join('/', parts.Where(p => p.Length > 0).Select(p => VisibleText.OneLine(VisibleText.Argument(p))));
}
