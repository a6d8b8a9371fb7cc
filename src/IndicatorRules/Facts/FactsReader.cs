using IndicatorRules.Contract.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Json;
using Newtonsoft.Json.Linq;

namespace IndicatorRules.Facts;

/// <summary>Reads a facts file: the strict JSON pass, the schema, then the typed reading. Safe on any thread.</summary>
public static class FactsReader
{
    private const int BlockBytes = 64 * 1024;

    /// <summary>Reads a JSON facts file and reports all its faults at once.</summary>
    /// <param name="path">The file's path; also its name in diagnostics.</param>
    public static Result<FactsFile> ReadFile(string path)
    {
        var text = StrictJson.ReadFile(path);
        return text.Succeeded ? Read(text.Value) : new(null, text.Diagnostics);
    }

    /// <summary>Reads the facts of a case: its own, or those of a file of its plugin, with the case's changes.</summary>
    /// <param name="text">The case's file, which its schema has validated; its name is the file's path.</param>
    public static Result<FactsFile> ReadOfCase(JsonText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return CaseFacts.Read(text, (JObject)text.Root, new DiagnosticBag());
    }

    /// <summary>Reads JSON facts from an open file or pipe.</summary>
    /// <param name="file">The file or pipe.</param>
    /// <param name="name">Its name in diagnostics.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static Result<FactsFile> Read(InputFile file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        var text = JsonText.Read(file.ReadAll(StrictJson.MaxBytes + 1), name);
        return text.Succeeded ? Read(text.Value) : new(null, text.Diagnostics);
    }

    /// <summary>Reads JSON facts that are in memory, such as the body of a request.</summary>
    /// <param name="utf8Json">The facts, at most 16 MB. They are read in place and must not change while the result is in use.</param>
    /// <param name="name">Their name in diagnostics.</param>
    public static Result<FactsFile> Read(ReadOnlyMemory<byte> utf8Json, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var text = JsonText.Read(utf8Json, name);
        return text.Succeeded ? Read(text.Value) : new(null, text.Diagnostics);
    }

    /// <summary>Reads JSON facts from a stream to its end, or until they are larger than 16 MB; leaves it open.</summary>
    /// <param name="stream">The stream. What it throws is passed on.</param>
    /// <param name="name">Its name in diagnostics.</param>
    public static Result<FactsFile> Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        using var bytes = new MemoryStream();
        var block = new byte[BlockBytes];
        for (int read; bytes.Length <= StrictJson.MaxBytes && (read = stream.Read(block)) > 0;)
        {
            bytes.Write(block, 0, read);
        }

        return Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), name);
    }

    /// <summary>Reads JSON facts from a stream to its end, or until they are larger than 16 MB; leaves it open.</summary>
    /// <param name="stream">The stream, such as the body of a request. What it throws is passed on.</param>
    /// <param name="name">Its name in diagnostics.</param>
    /// <param name="cancellationToken">Ends the reading with an exception.</param>
    /// <example><code>
    /// var facts = await FactsReader.ReadAsync(request.Body, "body", cancellationToken);
    /// </code></example>
    public static Task<Result<FactsFile>> ReadAsync(Stream stream, string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(name);
        return ReadToEndAsync(stream, name, cancellationToken);
    }

    private static async Task<Result<FactsFile>> ReadToEndAsync(Stream stream, string name, CancellationToken cancellationToken)
    {
        using var bytes = new MemoryStream();
        var block = new byte[BlockBytes];
        for (int read; bytes.Length <= StrictJson.MaxBytes
            && (read = await stream.ReadAsync(block, cancellationToken).ConfigureAwait(false)) > 0;)
        {
            bytes.Write(block, 0, read);
        }

        return Read(bytes.GetBuffer().AsMemory(0, (int)bytes.Length), name);
    }

    /// <summary>Reads JSON facts from a parsed text.</summary>
    public static Result<FactsFile> Read(JsonText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var bag = new DiagnosticBag();
        SchemaFile.Facts.Validate(text, bag);
        return EntryPath.Named(bag.HasErrors ? new(null, bag.ToImmutable()) : Read(text, (JObject)text.Root, bag), text);
    }

    /// <summary>Reads facts within another file, such as a case, whose schema has validated them.</summary>
    /// <remarks>After an error in one entry the rest can still be judged: the file has the error, and so have the diagnostics.</remarks>
    internal static Result<FactsFile> Read(JsonText text, JObject root, DiagnosticBag bag)
    {
        var locations = new Dictionary<FactPath, Location> { [FactsFile.SchemePath] = text.At(root["scheme"] ?? root) };
        var place = PlaceReader.Read((JObject)root["place"]!, root.Text("document"), text, locations, bag);
        PlaceCode.Validate(place.Code, text.At(root["place"]!["code"]), bag);
        var entries = new EntryReader(text, locations);
        foreach (var year in root.Objects("years"))
        {
            entries.Read(year, root.Text("document"));
        }

        foreach (var series in root.Objects("indicators"))
        {
            entries.ReadSeries(series, root.Text("document"));
        }

        foreach (var series in root.Objects("background"))
        {
            entries.ReadBackground(series, root.Text("document"));
        }

        var years = entries.Years().ToList();
        if (years.Count == 0)
        {
            bag.Add(DiagnosticCatalog.PropertyMissing, text.At(root), "years");
        }

        var facts = bag.HasErrors ? null : new FactsFile(
            new PlaceFacts(place, years)
            {
                Note = root.Text("note"),
                Scheme = root.TextOrNull("scheme"),
                Hash = text.Hash,
            },
            text.File,
            locations)
        {
            Faults = entries.Faults,
            Origins = entries.Origins,
        };
        bag.AddRange(entries.Diagnostics);
        return new(facts, bag.ToImmutable());
    }
}
