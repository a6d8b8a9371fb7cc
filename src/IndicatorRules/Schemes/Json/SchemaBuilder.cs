using System.Text.Json;
using NJsonSchema;

namespace IndicatorRules.Schemes.Json;

/// <summary>One of the project's own schema files → the library's schema, with all that decides what passes.</summary>
/// <remarks>
/// The library reads any schema, by reflection over some sixty properties, which takes longer than all the validating that a first run
/// does. Ours say little, and what they would say besides is refused here: nothing in a schema is passed over in silence.
/// </remarks>
internal sealed class SchemaBuilder
{
    /// <summary>What ends a pattern here, where its schema says <c>$</c>.</summary>
    internal const string EndOfText = @"\z";

    private const string Definitions = "#/definitions/";

    private readonly JsonSchema _root = new();

    private SchemaBuilder()
    {
    }

    /// <exception cref="InvalidOperationException">The schema says something that this does not know.</exception>
    internal static JsonSchema Build(Stream schema)
    {
        using var document = JsonDocument.Parse(schema);
        var builder = new SchemaBuilder();
        // Named before they are filled: they refer to one another.
        if (document.RootElement.TryGetProperty("definitions", out var definitions))
        {
            foreach (var definition in definitions.EnumerateObject())
            {
                builder._root.Definitions[definition.Name] = new JsonSchema();
            }

            foreach (var definition in definitions.EnumerateObject())
            {
                builder.Fill(builder._root.Definitions[definition.Name], definition.Value);
            }
        }

        builder.Fill(builder._root, document.RootElement);
        return builder._root;
    }

    private JsonSchema Made(JsonElement from)
    {
        var schema = new JsonSchema();
        Fill(schema, from);
        return schema;
    }

    private void Fill(JsonSchema schema, JsonElement from)
    {
        foreach (var keyword in from.EnumerateObject())
        {
            Set(schema, keyword.Name, keyword.Value);
        }
    }

    private void Set(JsonSchema schema, string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "$schema" or "id" or "title" or "description" or "definitions":
                break;
            case "$ref" when value.GetString()!.StartsWith(Definitions, StringComparison.Ordinal):
                schema.Reference = _root.Definitions[value.GetString()![Definitions.Length..]];
                break;
            case "type":
                schema.Type = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Aggregate(JsonObjectType.None, (all, one) => all | TypeOf(one)) : TypeOf(value);
                break;
            case "properties":
                foreach (var property in value.EnumerateObject())
                {
                    var made = new JsonSchemaProperty();
                    Fill(made, property.Value);
                    schema.Properties[property.Name] = made;
                }

                break;
            case "required":
                foreach (var name in value.EnumerateArray())
                {
                    schema.RequiredProperties.Add(name.GetString()!);
                }

                break;
            case "additionalProperties" when value.ValueKind == JsonValueKind.Object:
                schema.AdditionalPropertiesSchema = Made(value);
                break;
            case "additionalProperties":
                schema.AllowAdditionalProperties = value.GetBoolean();
                break;
            case "items":
                schema.Item = Made(value);
                break;
            case "enum":
                foreach (var one in value.EnumerateArray())
                {
                    schema.Enumeration.Add(one.GetString());
                }

                break;
            default:
                SetBound(schema, keyword, value);
                break;
        }
    }

    private static void SetBound(JsonSchema schema, string keyword, JsonElement value)
    {
        switch (keyword)
        {
            case "minItems":
                schema.MinItems = value.GetInt32();
                break;
            case "maxItems":
                schema.MaxItems = value.GetInt32();
                break;
            case "minLength":
                schema.MinLength = value.GetInt32();
                break;
            case "maxLength":
                schema.MaxLength = value.GetInt32();
                break;
            case "minimum":
                schema.Minimum = value.GetDecimal();
                break;
            case "maximum":
                schema.Maximum = value.GetDecimal();
                break;
            case "pattern":
                // The end of a text in a schema's own language; here `$` would let a line break follow.
                schema.Pattern = value.GetString() is ['^', .. var middle, '$'] ? $"^{middle}{EndOfText}" : throw Unheeded(keyword, value);
                break;
            case "format":
                schema.Format = value.GetString();
                break;
            default:
                throw Unheeded(keyword, value);
        }
    }

    private static InvalidOperationException Unheeded(string keyword, JsonElement value) => new($"A schema says `{keyword}: {value}`, which nothing here reads.");

    private static JsonObjectType TypeOf(JsonElement type) => type.GetString() switch
    {
        "string" => JsonObjectType.String,
        "number" => JsonObjectType.Number,
        "integer" => JsonObjectType.Integer,
        "boolean" => JsonObjectType.Boolean,
        "object" => JsonObjectType.Object,
        "array" => JsonObjectType.Array,
        "null" => JsonObjectType.Null,
        var other => throw new InvalidOperationException($"A schema says `type: {other}`."),
    };
}
