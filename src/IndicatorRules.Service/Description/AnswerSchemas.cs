using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace IndicatorRules.Service.Description;

/// <summary>The JSON Schemas of facts and answers → the schemas of the OpenAPI document.</summary>
internal static class AnswerSchemas
{
    private const string Definitions = "#/definitions/";
    private const string Facts = "Facts";

    /// <summary>The schemas of the facts and of all answers by name.</summary>
    internal static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document)
    {
        var all = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var (file, root, prefix) in new[]
        {
            ("answers.schema.json", "", ""),
            ("assessment.schema.json", "Assessment", "Assessment"),
            ("findings.schema.json", "Checked", "Checked"),
            ("facts.schema.json", Facts, Facts),
        })
        {
            var json = Read(file);
            foreach (var (name, schema) in json["definitions"]?.AsObject() ?? [])
            {
                if (IsOfSeveralTypes(schema!.AsObject()))
                {
                    continue;
                }

                all[NameOf(prefix, name)] = Of(schema!.AsObject(), json, prefix, document);
            }

            if (root.Length > 0)
            {
                all[root] = Of(json, json, prefix, document);
            }
        }

        var findings = (OpenApiSchema)all["Checked"];
        findings.Properties!["diagnostics"] = new OpenApiSchema
        {
            Type = JsonSchemaType.Array,
            Description = "All errors and warnings of the facts.",
            Items = Named("Diagnostic", document),
        };
        return all;
    }

    internal static IOpenApiSchema Named(string name, OpenApiDocument document) => new OpenApiSchemaReference(name, document);

    private static JsonObject Read(string name)
    {
        using var stream = typeof(AnswerSchemas).Assembly.GetManifestResourceStream(name)!;
        return JsonNode.Parse(stream)!.AsObject();
    }

    private static string NameOf(string prefix, string name) => prefix + char.ToUpperInvariant(name[0]) + name[1..];

    private static IOpenApiSchema Of(JsonObject json, JsonObject file, string prefix, OpenApiDocument document)
    {
        if (json["$ref"] is { } to)
        {
            var name = $"{to}"[Definitions.Length..];
            var named = file["definitions"]![name]!.AsObject();
            return IsOfSeveralTypes(named) ? Of(named, file, prefix, document) : Named(NameOf(prefix, name), document);
        }

        var schema = new OpenApiSchema { Description = json["description"]?.ToString() };
        if (IsOfSeveralTypes(json))
        {
            // A number, a text or an object: generators of clients cannot say that, so their document has the words alone.
            return schema;
        }

        var types = TypesOf(json);
        var type = Array.Find(types, t => t != "null") is { } only ? TypeOf(only) : null;
        if (type is { } known)
        {
            schema.Type = types.Contains("null") ? known | JsonSchemaType.Null : known;
            // Figures are decimals; generators would choose a binary fraction.
            schema.Format = known == JsonSchemaType.Number ? "decimal" : null;
        }

        if (json["enum"] is JsonArray words && prefix == Facts)
        {
            // Generated clients write the names that they have made of such words, and not the words.
            schema.Description += $" One of: {string.Join(", ", words)}.";
        }
        else if (json["enum"] is JsonArray values && !values.Any(v => v is null))
        {
            schema.Enum = [.. values.Select(v => v!.DeepClone())];
        }

        (schema.MinLength, schema.MaxLength) = ((int?)json["minLength"], (int?)json["maxLength"]);
        (schema.MinItems, schema.MaxItems) = ((int?)json["minItems"], (int?)json["maxItems"]);
        (schema.Minimum, schema.Maximum) = (json["minimum"]?.ToJsonString(), json["maximum"]?.ToJsonString());
        if (json["items"] is JsonObject items)
        {
            schema.Items = Of(items, file, prefix, document);
        }

        if (json["properties"] is JsonObject properties)
        {
            schema.Properties = properties.ToDictionary(p => p.Key, p => Of(p.Value!.AsObject(), file, prefix, document));
            schema.Required = json["required"] is JsonArray required ? required.Select(r => $"{r}").ToHashSet() : null;
        }

        if (json["additionalProperties"] is JsonObject others)
        {
            schema.AdditionalProperties = Of(others, file, prefix, document);
        }

        // Answers may have more members one day; facts with unknown ones are refused.
        schema.AdditionalPropertiesAllowed = prefix != Facts || json["additionalProperties"] is not JsonValue;
        return schema;
    }

    private static bool IsOfSeveralTypes(JsonObject json) => Array.FindAll(TypesOf(json), t => t != "null").Length > 1;

    private static string[] TypesOf(JsonObject json) =>
        json["type"] is JsonArray several ? [.. several.Select(t => $"{t}")] : json["type"] is { } one ? [$"{one}"] : [];

    private static JsonSchemaType? TypeOf(string name) => name switch
    {
        "string" => JsonSchemaType.String,
        "integer" => JsonSchemaType.Integer,
        "number" => JsonSchemaType.Number,
        "boolean" => JsonSchemaType.Boolean,
        "array" => JsonSchemaType.Array,
        "object" => JsonSchemaType.Object,
        _ => null,
    };
}
