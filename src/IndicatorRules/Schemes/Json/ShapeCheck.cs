using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Json;

/// <summary>Whether a value conforms to one of the project's schemas, without what is wrong with it. Immutable; thread-safe.</summary>
/// <remarks>
/// The schema library describes the errors. Loading it takes 20 ms, so a text that conforms does without. What is accepted here, the
/// library accepts too: a test compares both. Anything in doubt, such as a keyword that the project's schemas do not use, is not accepted.
/// </remarks>
internal sealed class ShapeCheck(JObject schema)
{
    internal bool Accepts(JToken value) => Accepts(value, schema);

    private bool Accepts(JToken value, JToken part) =>
        part is JObject keywords && keywords.Properties().All(k => Heeds(value, keywords, k.Name, k.Value));

    private bool Heeds(JToken value, JObject keywords, string keyword, JToken asked) => keyword switch
    {
        "$schema" or "id" or "title" or "description" or "definitions" => true,
        "$ref" => Accepts(value, Definition(asked)),
        "type" => asked is JArray several ? several.Any(one => IsOf(value, one)) : IsOf(value, asked),
        "properties" => value is not JObject o || o.Properties().All(p => IsAllowed(p, asked, keywords["additionalProperties"])),
        "additionalProperties" => keywords.ContainsKey("properties")
            || value is not JObject o || o.Properties().All(p => IsAllowed(p, null, asked)),
        "required" => value is JObject o && asked.All(name => o.ContainsKey((string)name!)),
        "items" => value is not JArray list || list.All(entry => Accepts(entry, asked)),
        "minItems" => value is not JArray list || list.Count >= (int)asked,
        "maxItems" => value is not JArray list || list.Count <= (int)asked,
        "enum" => value is JValue { Value: string word } && asked.Any(one => word == (string?)one),
        "pattern" => value is not JValue { Value: string word } || Regex.IsMatch(word, SchemaBuilder.Pattern((string)asked!)),
        "minLength" => value is not JValue { Value: string word } || word.Length >= (int)asked,
        "maxLength" => value is not JValue { Value: string word } || word.Length <= (int)asked,
        "minimum" => !IsNumber(value) || JsonAccess.Number(value) >= JsonAccess.Number(asked),
        "maximum" => !IsNumber(value) || JsonAccess.Number(value) <= JsonAccess.Number(asked),
        _ => false,
    };

    private JToken Definition(JToken reference) => schema["definitions"]![((string)reference!)[SchemaBuilder.Definitions.Length..]]!;

    private bool IsAllowed(JProperty property, JToken? known, JToken? more) =>
        known?[property.Name] is { } part ? Accepts(property.Value, part)
        : more is JObject ? Accepts(property.Value, more)
        : more is null || (bool)more;

    private static bool IsOf(JToken value, JToken type) => (string?)type switch
    {
        "string" => value.Type == JTokenType.String,
        "number" => IsNumber(value),
        "integer" => value.Type == JTokenType.Integer,
        "boolean" => value.Type == JTokenType.Boolean,
        "object" => value.Type == JTokenType.Object,
        "array" => value.Type == JTokenType.Array,
        _ => false,
    };

    private static bool IsNumber(JToken value) => value.Type is JTokenType.Integer or JTokenType.Float;
}
