using System.Security.Cryptography;
using System.Text.Json;
using IndicatorRules.Schemes.Diagnostics;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Schemes.Json;

/// <summary>A JSON file that passed the strict reader, with the location of every value. Immutable; thread-safe.</summary>
/// <remarks>
/// The strict reader accepts UTF-8 only, no comments, no trailing commas and no duplicate keys, and limits size and depth.
/// </remarks>
public sealed class JsonText
{
    private readonly ReadOnlyMemory<byte> _bytes;

    internal JsonText(JToken root, string file, ReadOnlyMemory<byte> bytes)
    {
        Root = root;
        File = file;
        _bytes = bytes;
    }

    /// <summary>The name used in diagnostics.</summary>
    public string File { get; }

    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(_bytes.Span));

    /// <summary>The document. Numbers without fraction that fit are <see cref="long"/>, all others <see cref="decimal"/>.</summary>
    internal JToken Root { get; }

    /// <summary>The file as it was read.</summary>
    internal ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Reads a file; one that is missing, too large or not valid gives diagnostics.</summary>
    /// <param name="path">The file; also its name in diagnostics.</param>
    /// <param name="schema">The schema to validate by, one of the folder <c>schemas</c>, such as <c>case</c>; null for none.</param>
    public static Result<JsonText> ReadFile(string path, string? schema = null) => Validated(StrictJson.ReadFile(path), schema);

    /// <summary>Reads bytes that are already loaded.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">The name used in diagnostics.</param>
    /// <param name="schema">The schema to validate by, one of the folder <c>schemas</c>, such as <c>case</c>; null for none.</param>
    public static Result<JsonText> Read(ReadOnlyMemory<byte> bytes, string name, string? schema = null) =>
        Validated(StrictJson.Read(bytes, name), schema);

    /// <summary>A copy of the document for <c>System.Text.Json</c>.</summary>
    public JsonElement ToElement()
    {
        var body = _bytes.Span.StartsWith("\uFEFF"u8) ? _bytes[3..] : _bytes;
        using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = StrictJson.MaxDepth });
        return document.RootElement.Clone();
    }

    /// <summary>The location of a value.</summary>
    /// <param name="path">The path to the value, such as <c>files[2].path</c>; without such a value, the start of the file.</param>
    public Location At(string path) => At(Root.SelectToken(path));

    /// <summary>The location of a value; of the nearest outer value where it has none of its own.</summary>
    internal Location At(JToken? token)
    {
        for (; token is not null; token = token.Parent)
        {
            if (token.Annotation<Position>() is { } position)
            {
                return position.Location;
            }
        }

        return new Location(File, 1, 1);
    }

    /// <summary>The raw bytes between a string's quotes, which <see cref="Model.RuleText"/> maps to locations.</summary>
    internal static ReadOnlyMemory<byte> RawString(JToken token) => token.Annotation<Position>()?.RawString ?? default;

    private static Result<JsonText> Validated(Result<JsonText> read, string? schema)
    {
        if (schema is null || read.Value is not { } text)
        {
            return read;
        }

        var bag = new DiagnosticBag();
        bag.AddRange(read.Diagnostics);
        SchemaFile.Of(schema).Validate(text, bag);
        return bag.ToResult<JsonText>(() => text);
    }

    internal sealed record Position(Location Location, ReadOnlyMemory<byte> RawString = default);
}
