using IndicatorRules.Schemes.Diagnostics;
using Newtonsoft.Json.Linq;
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

    private readonly Lazy<ShapeCheck> _check;
    private readonly Lazy<SchemaErrors> _errors;

    private SchemaFile(string file)
    {
        _check = new(() => new ShapeCheck((JObject)StrictJson.Read(Bytes(file), file).OrThrow().Root));
        _errors = new(() => new SchemaErrors(SchemaBuilder.Build(new MemoryStream(Bytes(file)))));
    }

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
        if (!_check.Value.Accepts(text.Root))
        {
            _errors.Value.Report(text, bag);
        }
    }

    private static byte[] Bytes(string file)
    {
        using var stream = typeof(SchemaFile).Assembly.GetManifestResourceStream($"schemas/{file}")
            ?? throw new InvalidOperationException($"The assembly has no schema `{file}`.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

/// <summary>The errors of texts by one schema, found by the schema library. Thread-safe.</summary>
internal sealed class SchemaErrors(JsonSchema schema)
{
    internal void Report(JsonText text, DiagnosticBag bag)
    {
        foreach (var error in new JsonSchemaValidator().Validate(text.Root, schema))
        {
            // Describing an error takes time, and no more of this file are listed.
            if (bag.IsFull(text.File))
            {
                break;
            }

            SchemaFault.Report(error, text, bag);
        }
    }
}
