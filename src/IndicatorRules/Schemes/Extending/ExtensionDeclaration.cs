using System.Collections.Immutable;
using System.ComponentModel;
using System.Text.Json.Serialization;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Schemes.Extending;

/// <summary>
/// A compiled extension as its folder declares it, with the bytes that its hash covers. Nothing of it has run. Immutable.
/// </summary>
[JsonConverter(typeof(NotForJson))]
[TypeConverter(typeof(NotForText))]
public sealed class ExtensionDeclaration
{
    /// <summary>The folder of extensions within a plugin.</summary>
    public const string FolderName = "extensions";

    /// <summary>Its name, by which users select it.</summary>
    public required string Name { get; init; }

    /// <summary>Its folder: <c>extensions/NAME</c> within a plugin.</summary>
    public required string Folder { get; init; }

    /// <summary>The file name of its main assembly.</summary>
    public required string Assembly { get; init; }

    /// <summary>The type that reads facts; null if there is none.</summary>
    public string? Reader { get; init; }

    /// <summary>The file extensions that it reads, including the dot: <c>.bureau</c>.</summary>
    public ImmutableArray<string> Reads { get; init; } = [];

    /// <summary>The type that writes reports; null if there is none.</summary>
    public string? Writer { get; init; }

    /// <summary>The type of its function library; null if there is none.</summary>
    public string? Library { get; init; }

    /// <summary>Its files, ordered by path (ordinal).</summary>
    public required ImmutableArray<ExtensionFile> Files { get; init; }

    /// <summary>
    /// SHA-256 over the names and hashes of all its files, in lower-case hexadecimal. A host trusts an extension by this hash.
    /// </summary>
    public required string Hash { get; init; }

    /// <summary>Reads the extensions of a plugin, in order of their folders' names. Runs none of them.</summary>
    /// <param name="pluginFolder">The plugin's folder.</param>
    /// <param name="bag">Takes the errors of extensions that are not declared correctly; these are left out.</param>
    public static ImmutableArray<ExtensionDeclaration> ReadAll(string pluginFolder, DiagnosticBag bag) =>
        ExtensionReader.ReadAll(pluginFolder, bag);
}

/// <summary>One file of an extension. Immutable.</summary>
public sealed class ExtensionFile
{
    internal ExtensionFile(string path, ImmutableArray<byte> bytes) => (Path, Bytes) = (path, bytes);

    /// <summary>The path within the extension's folder, with forward slashes.</summary>
    public string Path { get; }

    /// <summary>Its content.</summary>
    public ImmutableArray<byte> Bytes { get; }
}
