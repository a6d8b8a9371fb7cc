using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;

namespace IndicatorRules.Schemes.Tests.Json;

/// <summary>Our own schemas say nothing that the schema library would pass over in silence.</summary>
public class SchemaKeywordsTests
{
    // What draft-04 knows and NJsonSchema 11 heeds. Everything else would be ignored: const, if, contains, $defs, …
    private static readonly ImmutableHashSet<string> Heeded =
    [
        "$schema", "$ref", "id", "title", "description", "type", "enum", "properties", "required", "additionalProperties", "items",
        "definitions", "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf",
        "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "oneOf", "anyOf", "allOf", "not", "default", "format",
    ];

    public static TheoryData<string> Files => [.. Repo.Files("schemas", "*.schema.json").Select(Repo.Relative)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Schema_EveryKeyword_IsHeeded(string file) =>
        Assert.All(Schemas(file), s => Assert.DoesNotContain(s.Properties(), p => !Heeded.Contains(p.Name)));

    [Theory]
    [MemberData(nameof(Files))]
    public void Schema_EveryPropertyAndDefinition_IsDescribed(string file)
    {
        var root = Root(file);
        var named = Schemas(file).SelectMany(s => Named(s, "properties").Concat(Named(s, "definitions"))).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, p => Assert.True(Described((JObject)p.Value, root), $"{file}: {p.Path} has no description."));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Schema_AsAFile_IsDraft04(string file)
    {
        Assert.Equal("http://json-schema.org/draft-04/schema#", (string?)Root(file)["$schema"]);
        var schema = await JsonSchema.FromJsonAsync(await File.ReadAllTextAsync(Repo.In(file)));
        Assert.NotEmpty(schema.Properties);
        Assert.All(Schemas(file), s =>
        {
            // exclusiveMinimum is a boolean in draft-04, a number later.
            Assert.True(s["exclusiveMinimum"] is null or { Type: JTokenType.Boolean });
            Assert.True(s["required"] is null or JArray { Count: > 0 });
            Assert.True(s["$ref"] is null || s.Count == 1, $"{s.Path}: what stands beside $ref is ignored.");
            Assert.True(s["$ref"] is not { } to || Root(file).SelectToken(((string)to!)["#/".Length..].Replace('/', '.')) is JObject);
        });
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Schema_EveryRequiredName_IsAProperty(string file) => Assert.All(
        Schemas(file).Where(s => s["properties"] is not null && s["required"] is not null),
        s => Assert.All(s["required"]!, name => Assert.NotNull(s["properties"]![(string)name!])));

    [Theory]
    [InlineData("scheme.schema.json")]
    [InlineData("facts.schema.json")]
    [InlineData("case.schema.json")]
    public void SchemaFile_Carried_RefusesAnEmptyObject(string name)
    {
        var schema = name[0] == 's' ? SchemaFile.Scheme : name[0] == 'f' ? SchemaFile.Facts : SchemaFile.Case;
        var bag = new DiagnosticBag();
        schema.Validate(StrictJson.Read("{}"u8.ToArray(), "f").OrThrow(), bag);
        Assert.All(bag.ToImmutable(), d => Assert.Equal("IR1101", d.Id));
        Assert.NotEmpty(bag.ToImmutable());
    }

    // What a program reads and a stranger wrote: a number beyond 32 bits, a text or a list without end is refused before it is looked at.
    [Theory]
    [InlineData("scheme")]
    [InlineData("facts")]
    [InlineData("case")]
    public void Schema_EveryNumberTextAndList_HasABound(string name) => Assert.All(Schemas($"schemas/{name}.schema.json"), s =>
    {
        string[] types = s["type"] switch { JArray several => [.. several.Select(t => (string)t!)], { } one => [(string)one!], _ => [] };
        Assert.True(!types.Contains("integer")
            || ((long?)s["minimum"] >= int.MinValue && (long?)s["maximum"] <= int.MaxValue), $"{s.Path}: integer");
        Assert.True(!types.Contains("array") || (int?)s["maxItems"] > 0, $"{s.Path}: array");
        Assert.True(
            !types.Contains("string") || s["enum"] is not null || (int?)s["maxLength"] > 0
                || ((string?)s["pattern"])?.Contains('{', StringComparison.Ordinal) == true,
            $"{s.Path}: string");
    });

    [Theory]
    [InlineData("a\n")]
    [InlineData("a-b\n")]
    public void Validate_IdThatEndsInALineBreak_IsRefused(string id)
    {
        var bag = new DiagnosticBag();
        var text = new JObject
        {
            ["$schema"] = "x",
            ["schemes"] = new JArray(new JObject { ["id"] = id, ["version"] = "1.0.0", ["hash"] = new string('0', 64) })
        };
        SchemaFile.Lock.Validate(StrictJson.Read(System.Text.Encoding.UTF8.GetBytes(text.ToString()), "f").OrThrow(), bag);
        var refused = Assert.Single(bag.ToImmutable());
        Assert.Equal(("IR1105", "lower-case letters, digits and hyphens, a letter first, as in `town-sewage`"),
            (refused.Id, refused.Arguments[2].En));
    }

    // What lies under properties and definitions is names; under enum and default, values; elsewhere, schemas.
    private static IEnumerable<JObject> Schemas(string file) => Walk(Root(file));

    private static IEnumerable<JObject> Walk(JObject schema) => schema.Properties().SelectMany(p => (p.Name, p.Value) switch
    {
        ("properties" or "definitions", JObject names) => names.Properties().Select(n => n.Value).OfType<JObject>(),
        ("enum" or "default", _) => [],
        (_, JObject one) => [one],
        (_, JArray several) => several.OfType<JObject>(),
        _ => [],
    }).SelectMany(Walk).Prepend(schema);

    private static IEnumerable<JProperty> Named(JObject schema, string keyword) => (schema[keyword] as JObject)?.Properties() ?? [];

    private static bool Described(JObject schema, JObject root) => schema["$ref"] is { } to
        ? Described((JObject)root.SelectToken(((string)to!)["#/".Length..].Replace('/', '.'))!, root)
        : ((string?)schema["description"])?.Length > 0;

    private static JObject Root(string file) => (JObject)StrictJson.ReadFile(Repo.In(file)).OrThrow().Root;
}
