using System.Reflection;
using IndicatorRules.Schemes.Diagnostics;
using NJsonSchema;
using NJsonSchema.Validation;

namespace IndicatorRules.Schemes.Json;

/// <summary>One of the project's JSON Schemas. Thread-safe.</summary>
public sealed class SchemaFile
{
    private static readonly Lazy<SchemaFile> SchemeSchema = new(() => new("scheme.schema.json"));
    private static readonly Lazy<SchemaFile> FactsSchema = new(() => new("facts.schema.json"));
    private static readonly Lazy<SchemaFile> CaseSchema = new(() => new("case.schema.json"));
    private static readonly Lazy<SchemaFile> ExtensionSchema = new(() => new("extension.schema.json"));
    private static readonly Lazy<SchemaFile> LockSchema = new(() => new("lock.schema.json"));
    private static readonly Lazy<SchemaFile> PackageManifestSchema = new(() => new("package-manifest.schema.json"));
    private static readonly Lazy<SchemaFile> PackageSignatureSchema = new(() => new("package-signature.schema.json"));

    private readonly Lazy<JsonSchema> _schema;

    private SchemaFile(string name) => _schema = new(() => Load(name));

    /// <summary>The schema of <c>scheme.json</c>.</summary>
    public static SchemaFile Scheme => SchemeSchema.Value;

    /// <summary>The schema of facts files.</summary>
    public static SchemaFile Facts => FactsSchema.Value;

    /// <summary>The schema of lock files.</summary>
    public static SchemaFile Lock => LockSchema.Value;

    /// <summary>The schema of case files.</summary>
    public static SchemaFile Case => CaseSchema.Value;

    /// <summary>The schema of an extension's declaration.</summary>
    public static SchemaFile Extension => ExtensionSchema.Value;

    /// <summary>The schema of a package's manifest.</summary>
    public static SchemaFile PackageManifest => PackageManifestSchema.Value;

    /// <summary>The schema of a package's signature.</summary>
    public static SchemaFile PackageSignature => PackageSignatureSchema.Value;

    /// <summary>Adds a diagnostic for every violation of the schema.</summary>
    public void Validate(JsonText text, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(bag);
        foreach (var error in new JsonSchemaValidator().Validate(text.Root, _schema.Value))
        {
            // Formatting an error takes time, and further ones would not be listed.
            if (bag.IsFull(text.File))
            {
                break;
            }

            SchemaFault.Report(error, text, bag);
        }
    }

    private static JsonSchema Load(string name)
    {
        using var stream = typeof(SchemaFile).GetTypeInfo().Assembly.GetManifestResourceStream($"schemas/{name}")
            ?? throw new InvalidOperationException($"The assembly carries no schema `{name}`.");
        return SchemaBuilder.Build(stream);
    }
}
