using System.Reflection;
using IndicatorRules.Schemes.Diagnostics;
using NJsonSchema;
using NJsonSchema.Validation;

namespace IndicatorRules.Schemes.Json;

/// <summary>One of the project's JSON Schemas, loaded when it is first used. Thread-safe.</summary>
internal sealed class SchemaFile
{
    private static readonly Dictionary<string, SchemaFile> All = new[]
    {
        "scheme", "facts", "case", "extension", "lock", "package-manifest", "package-signature",
    }.ToDictionary(name => name, name => new SchemaFile($"{name}.schema.json"), StringComparer.Ordinal);

    private readonly Lazy<JsonSchema> _schema;

    private SchemaFile(string file) => _schema = new(() => Load(file));

    internal static SchemaFile Scheme => All["scheme"];

    internal static SchemaFile Facts => All["facts"];

    internal static SchemaFile Lock => All["lock"];

    internal static SchemaFile Case => All["case"];

    internal static SchemaFile Extension => All["extension"];

    /// <summary>The schema of a name, without the ending of its file.</summary>
    internal static SchemaFile Of(string name) => All.TryGetValue(name, out var schema)
        ? schema
        : throw new ArgumentException($"There is no schema `{name}`.", nameof(name));

    /// <summary>Adds everything in the text that the schema rejects.</summary>
    internal void Validate(JsonText text, DiagnosticBag bag)
    {
        foreach (var error in new JsonSchemaValidator().Validate(text.Root, _schema.Value))
        {
            // Describing an error takes time, and no more of this file are listed.
            if (bag.IsFull(text.File))
            {
                break;
            }

            SchemaFault.Report(error, text, bag);
        }
    }

    private static JsonSchema Load(string file)
    {
        using var stream = typeof(SchemaFile).GetTypeInfo().Assembly.GetManifestResourceStream($"schemas/{file}")
            ?? throw new InvalidOperationException($"The assembly has no schema `{file}`.");
        return SchemaBuilder.Build(stream);
    }
}
