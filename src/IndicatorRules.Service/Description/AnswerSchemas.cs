using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace IndicatorRules.Service.Description;

/// <summary>The JSON Schemas of answers → the schemas of the OpenAPI document.</summary>
internal static class AnswerSchemas
{
    private const string Definitions = "#/definitions/";

    /// <summary>The schemas of all answers by name.</summary>
    internal static Dictionary<string, IOpenApiSchema> All(OpenApiDocument document)
    {
        var all = new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal);
        foreach (var (file, root, prefix) in new[]
        {
            ("answers.schema.json", "", ""),
            ("assessment.schema.json", "Assessment", "Assessment"),
            ("findings.schema.json", "Checked", "Checked"),
        })
        {
            var json = Read(file);
            foreach (var (name, schema) in json["definitions"]?.AsObject() ?? [])
            {
                all[NameOf(prefix, name)] = Of(schema!.AsObject(), prefix, document);
            }

            if (root.Length > 0)
            {
                all[root] = Of(json, prefix, document);
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

    private static IOpenApiSchema Of(JsonObject json, string prefix, OpenApiDocument document)
    {
        if (json["$ref"] is { } to)
        {
            return Named(NameOf(prefix, $"{to}"[Definitions.Length..]), document);
        }

        string[] types = json["type"] is JsonArray several ? [.. several.Select(t => $"{t}")] : json["type"] is { } one ? [$"{one}"] : [];
        var schema = new OpenApiSchema { Description = json["description"]?.ToString() };
        var type = Array.FindAll(types, t => t != "null") is [var only] ? TypeOf(only) : null;
        if (type is { } known)
        {
            schema.Type = types.Contains("null") ? known | JsonSchemaType.Null : known;
            // Figures are decimals; generators would choose a binary fraction.
            schema.Format = known == JsonSchemaType.Number ? "decimal" : null;
        }

        if (json["enum"] is JsonArray values && !values.Any(v => v is null))
        {
            schema.Enum = [.. values.Select(v => v!.DeepClone())];
        }

        if (json["items"] is JsonObject items)
        {
            schema.Items = Of(items, prefix, document);
        }

        if (json["properties"] is JsonObject properties)
        {
            schema.Properties = properties.ToDictionary(p => p.Key, p => Of(p.Value!.AsObject(), prefix, document));
            schema.Required = json["required"] is JsonArray required ? required.Select(r => $"{r}").ToHashSet() : null;
        }

        return schema;
    }

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
