using System.Text;
using FsCheck.Xunit;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace IndicatorRules.Schemes.Tests.Json;

/// <summary>
/// A schema made here refuses what the library's own reading of the same file refuses, in the same words; and the check that spares the
/// library accepts exactly what the library finds no error in.
/// </summary>
public sealed class SchemaBuilderTests
{
    private static readonly (JsonSchema Made, JsonSchema Read, ShapeCheck Check, JToken[] Valid)[] Schemas =
    [
        Pair("scheme", Directory.GetFiles(Repo.Plugins, "scheme.json", SearchOption.AllDirectories)),
        Pair("facts", Directory.GetFiles(Repo.In("samples"), "facts.json", SearchOption.AllDirectories)),
        Pair("case", Directory.GetFiles(Repo.Plugins, "*.json", SearchOption.AllDirectories)
            .Where(f => f.Contains("cases", StringComparison.Ordinal))),
        Pair("extension", Directory.GetFiles(Repo.In("samples/compiled-extension"), "extension.json", SearchOption.AllDirectories)),
        Pair("lock", []), Pair("package-manifest", []), Pair("package-signature", []),
    ];

    [Fact]
    public void Build_WhatIsValid_Passes() => Assert.All(Schemas, s => Assert.All(s.Valid, v => Assert.Equal("", Told(s.Made, v))));

    [Fact]
    public void Accepts_WhatIsValid_SparesTheLibrary() =>
        Assert.All(Schemas, s => Assert.All(s.Valid, v => Assert.True(s.Check.Accepts(v))));

    [Property(MaxTest = 400)]
    [Trait("Category", "Slow")]
    public void Build_AnythingChangedInAFile_IsRefusedAsTheLibraryRefusesIt(int which, int where, byte how)
    {
        var (made, read, check, valid) = Schemas[(int)((uint)which % 4)];
        var file = valid[(int)((uint)where % valid.Length)].DeepClone();
        Change(file, new Random((int)((uint)where ^ (uint)which)), how);

        var told = Told(made, file);
        Assert.Equal(Told(read, file), told);
        Assert.Equal(told.Length == 0, check.Accepts(file));
    }

    [Property(MaxTest = 200)]
    public void Build_AnyOtherFile_IsRefusedAsTheLibraryRefusesIt(int which, int where)
    {
        var (made, read, check, _) = Schemas[(int)((uint)which % Schemas.Length)];
        var others = Schemas[(int)((uint)where % 4)].Valid;
        var file = others[(int)((uint)where % others.Length)];

        var told = Told(made, file);
        Assert.Equal(Told(read, file), told);
        Assert.Equal(told.Length == 0, check.Accepts(file));
    }

    [Theory]
    [InlineData("""{ "not": {} }""")]
    [InlineData("""{ "uniqueItems": true }""")]
    [InlineData("""{ "type": "figure" }""")]
    [InlineData("""{ "$ref": "other.json" }""")]
    [InlineData("""{ "properties": { "a": { "maxProperties": 3 } } }""")]
    [InlineData("""{ "pattern": "^a" }""")]
    public void Build_KeywordThatIsNotHeeded_IsRefused(string schema) =>
        Assert.Throws<InvalidOperationException>(() => SchemaBuilder.Build(new MemoryStream(Encoding.UTF8.GetBytes(schema))));

    private static (JsonSchema Made, JsonSchema Read, ShapeCheck Check, JToken[] Valid) Pair(string name, IEnumerable<string> valid)
    {
        var path = Repo.In($"schemas/{name}.schema.json");
        using var stream = File.OpenRead(path);
        return (
            SchemaBuilder.Build(stream),
            JsonSchema.FromJsonAsync(File.ReadAllText(path)).GetAwaiter().GetResult(),
            new ShapeCheck((JObject)StrictJson.ReadFile(path).OrThrow().Root),
            [.. valid.Order(StringComparer.Ordinal).Select(f => StrictJson.ReadFile(f).OrThrow().Root)]);
    }

    // Something is taken away, renamed, or becomes of another kind, anywhere.
    private static void Change(JToken file, Random random, byte how)
    {
        for (var times = 1 + (how % 3); times > 0; times--)
        {
            var all = ((JContainer)file).Descendants().Where(t => t is not JProperty).ToList();
            var token = all[random.Next(all.Count)];
            switch ((how / 3) % 10)
            {
                case 0 when token.Parent is JProperty property:
                    property.Remove();
                    break;
                case 1 when token.Parent is JProperty property:
                    property.Replace(new JProperty(property.Name + "x", property.Value));
                    break;
                case 2:
                    token.Replace(JValue.CreateNull());
                    break;
                case 3:
                    token.Replace(new JValue(""));
                    break;
                case 4:
                    token.Replace(new JValue(-7.5m));
                    break;
                case 5:
                    token.Replace(new JArray());
                    break;
                case 6:
                    token.Replace(new JObject());
                    break;
                case 7:
                    // Of 202 characters, or 101 for who counts what is seen.
                    token.Replace(new JValue(string.Concat(Enumerable.Repeat("😀", 101))));
                    break;
                case 8:
                    token.Replace(new JValue(new string('好', 10_001)));
                    break;
                default:
                    token.Replace(new JValue(99999999L));
                    break;
            }
        }
    }

    private static string Told(JsonSchema schema, JToken file) =>
        string.Join('\n', new JsonSchemaValidator().Validate(file, schema).SelectMany(e => Lines(e, 0)));

    private static IEnumerable<string> Lines(ValidationError error, int depth)
    {
        var actual = error.Schema.ActualSchema;
        yield return $"{new string(' ', depth)}{error.Path} {error.Property} {error.Kind} {actual.Type} "
            + $"{string.Join(',', actual.Enumeration)} {string.Join(',', actual.Properties.Keys)} "
            + $"{actual.Pattern?.Replace(@"\z", "$", StringComparison.Ordinal)} {actual.MinItems} {actual.MaxItems} "
            + $"{actual.MaxLength} {actual.Minimum} {actual.Maximum}";
        var inner = error switch
        {
            ChildSchemaValidationError child => child.Errors.Values.SelectMany(e => e),
            MultiTypeValidationError types => types.Errors.OrderBy(e => e.Key).SelectMany(e => e.Value),
            _ => [],
        };
        foreach (var line in inner.SelectMany(e => Lines(e, depth + 1)))
        {
            yield return line;
        }
    }
}
