using System.Text.Json;

namespace IndicatorRules.Contract.Json;

/// <summary>The fields of one JSON object, each known and given once; null for one that is not given.</summary>
internal static class JsonFields
{
    internal static Dictionary<string, JsonElement?> Read(ref Utf8JsonReader reader, string what, scoped ReadOnlySpan<string> names)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        if (document.RootElement.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException($"A {what} is an object.");
        }

        var fields = new Dictionary<string, JsonElement?>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            fields.Add(name, null);
        }

        foreach (var field in document.RootElement.EnumerateObject())
        {
            if (!fields.TryGetValue(field.Name, out var earlier) || earlier is not null)
            {
                throw new JsonException($"A {what} has no second or unknown field `{field.Name}`.");
            }

            fields[field.Name] = field.Value.Clone();
        }

        return fields;
    }
}
