using System.Text.Json;
using NJsonSchema;

namespace IndicatorRules.Schemes.Json;

/// <summary>Builds the library's schema object from one of the project's schema files.</summary>
/// <remarks>
/// The library's own reader uses reflection over some sixty properties, which takes longer than all validation of a first run. Ours
/// supports only what the project's schemas use and rejects anything else, so that no keyword is ignored.
/// </remarks>
internal sealed class SchemaBuilder
{
    /// <summary>The end of a pattern, written as <c>$</c> in the schema.</summary>
    internal const string EndOfText = @"\z";

    /// <summary>Where the parts lie that a schema refers to.</summary>
    internal const string Definitions = "#/definitions/";

    private readonly JsonSchema _root = new();

    private SchemaBuilder()
    {
    }

    /// <exception cref="InvalidOperationException">The schema uses an unsupported keyword.</exception>
    internal static JsonSchema Build(Stream schema)
    {
        using var document = JsonDocument.Parse(schema);
        var builder = new SchemaBuilder();
        // Created before they are filled, since they refer to each other.
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
                schema.Type = value.ValueKind == JsonValueKind.Array
                    ? value.EnumerateArray().Aggregate(JsonObjectType.None, (all, one) => all | TypeOf(one))
                    : TypeOf(value);
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
                schema.Pattern = Pattern(value.GetString()!);
                break;
            case "format":
                schema.Format = value.GetString();
                break;
            default:
                throw Unsupported(keyword, value);
        }
    }

    /// <summary>A pattern for .NET, where <c>$</c> would also match before a final line break.</summary>
    internal static string Pattern(string written) => written is ['^', .. var middle, '$']
        ? $"^{middle}{EndOfText}"
        : throw new InvalidOperationException($"A schema contains the pattern `{written}`, which is not supported.");

    private static InvalidOperationException Unsupported(string keyword, JsonElement value) =>
        new($"A schema contains `{keyword}: {value}`, which is not supported.");

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
