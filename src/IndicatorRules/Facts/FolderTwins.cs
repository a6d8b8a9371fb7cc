using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;
using IndicatorRules.Schemes.Json;

namespace IndicatorRules.Facts;

/// <summary>Finds files of a folder about the same place and year before any of them is judged.</summary>
internal sealed class FolderTwins
{
    private readonly Dictionary<int, (Diagnostic Why, bool Writes)> _twins = [];

    /// <param name="files">The files.</param>
    /// <param name="workbook">Reads a file that is a workbook; returns null for another.</param>
    internal FolderTwins(IReadOnlyList<string> files, Func<string, Result<FactsFile>?> workbook)
    {
        var years = new Dictionary<(string Code, int Year), int>();
        var codes = new Dictionary<string, (string Code, int File)>(StringComparer.Ordinal);
        var heads = new Head?[files.Count];
        for (var i = 0; i < files.Count; i++)
        {
            heads[i] = HeadOf(files[i], workbook);
            if (heads[i] is not { } head)
            {
                continue;
            }

            var key = PlaceCode.Key(head.Code);
            if (!codes.TryAdd(key, (head.Code, i)) && codes[key] is var first && first.Code != head.Code)
            {
                Note(i, DiagnosticCatalog.PlaceCodeTwice, files[i], writes: false, head.Code, $"`{first.Code}`", files[first.File]);
                continue;
            }

            foreach (var year in head.Years.Where(y => !years.TryAdd((key, y), i)))
            {
                var other = years[(key, year)];
                if (heads[other]!.Hash == head.Hash)
                {
                    Note(i, DiagnosticCatalog.PlaceYearTwiceAlike, files[i], writes: false, head.Code, $"{year}", files[other]);
                }
                else
                {
                    Note(i, DiagnosticCatalog.PlaceYearTwice, files[i], writes: false, head.Code, $"{year}", files[other]);
                    Note(other, DiagnosticCatalog.PlaceYearTwice, files[other], writes: true, head.Code, $"{year}", files[i]);
                }
            }
        }
    }

    /// <summary>Why a file is not judged, and whether its rows are written as not judged; null if it is judged.</summary>
    internal (Diagnostic Why, bool Writes)? Of(int file) => _twins.TryGetValue(file, out var twin) ? twin : null;

    private void Note(
        int file, DiagnosticDescriptor descriptor, string path, bool writes, params ReadOnlySpan<Contract.LocalizedText> arguments) =>
        _twins.TryAdd(file, (new Diagnostic(descriptor, new Location(path), [.. arguments]), writes));

    // Place and years of a file; null if it cannot be read, which its reader reports.
    private static Head? HeadOf(string path, Func<string, Result<FactsFile>?> workbook)
    {
        try
        {
            if (PlainFile.IsSpecial(path))
            {
                return null;
            }

            if (workbook(path) is { } read)
            {
                return read.Value is { Facts: var facts }
                    ? new Head(facts.Place.Code, [.. facts.Years.Select(y => y.Year)], facts.Hash)
                    : null;
            }

            var bytes = PlainFile.Read(path, StrictJson.MaxBytes);
            var text = bytes.AsMemory(bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0);
            using var json = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = StrictJson.MaxDepth });
            var root = json.RootElement;
            return new Head(
                root.GetProperty("place").GetProperty("code").GetString()!,
                [.. YearsOf(root).Distinct()],
                Convert.ToHexStringLower(SHA256.HashData(bytes)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException
            or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    // The years of the columns, and those of lists by year.
    private static IEnumerable<int> YearsOf(JsonElement root) =>
        Entries(root, "years").Select(y => y.GetProperty("year").GetInt32())
            .Concat(Entries(root, "indicators").SelectMany(i => Entries(i, "items").Prepend(i)).Concat(Entries(root, "background"))
                .Where(s => s.TryGetProperty("values", out _)).SelectMany(s => s.GetProperty("values").EnumerateObject())
                .Select(v => int.TryParse(v.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : 0)
                .Where(y => y > 0));

    private static JsonElement.ArrayEnumerator Entries(JsonElement of, string name) =>
        of.TryGetProperty(name, out var list) ? list.EnumerateArray() : default;

    private sealed record Head(string Code, int[] Years, string Hash);
}
