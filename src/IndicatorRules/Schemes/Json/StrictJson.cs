using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Schemes.Json;

/// <summary>
/// Parses JSON strictly: UTF-8 only, no comments, no trailing commas, no duplicate keys, exact decimals only, with limits on depth and
/// size. Records the location of every value.
/// </summary>
internal static class StrictJson
{
    /// <summary>The maximum size of a file in bytes.</summary>
    internal const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>The maximum number of values in a file. Each takes a hundred bytes of memory or more, however short it is.</summary>
    internal const int MaxValues = 200_000;

    /// <summary>The maximum nesting depth.</summary>
    internal const int MaxDepth = 64;

    /// <summary>Reads a file. If it is missing, too large or not JSON, the result has diagnostics.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The file's name in diagnostics; the path by default.</param>
    internal static Result<JsonText> ReadFile(string path, string? name = null) => ReadFile(path, name, MaxBytes);

    internal static Result<JsonText> ReadFile(string path, string? name, int most)
    {
        ArgumentNullException.ThrowIfNull(path);
        var bag = new DiagnosticBag();
        var location = new Location(name ?? path);
        try
        {
            using var file = PlainFile.Open(path);
            if (file.Length > most)
            {
                bag.Add(DiagnosticCatalog.FileTooLarge, location, $"{file.Length}", $"{most}");
                return new(null, bag.ToImmutable());
            }

            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return Read(bytes, location.File);
        }
        catch (NotPlainFileException)
        {
            bag.Add(DiagnosticCatalog.NotPlainFile, location, location.File);
            return new(null, bag.ToImmutable());
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            bag.Add(DiagnosticCatalog.FileNotReadable, location, location.File);
            return new(null, bag.ToImmutable());
        }
    }

    /// <summary>Reads bytes that were already loaded.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">The name used in diagnostics.</param>
    internal static Result<JsonText> Read(ReadOnlyMemory<byte> bytes, string name)
    {
        var bag = new DiagnosticBag();
        if (bytes.Length > MaxBytes)
        {
            bag.Add(DiagnosticCatalog.FileTooLarge, new Location(name), $"{bytes.Length}", $"{MaxBytes}");
            return new(null, bag.ToImmutable());
        }

        if (!Utf8Text.Validate(bytes.Span, name, bag, out var body))
        {
            return new(null, bag.ToImmutable());
        }

        var lines = new LineIndex(bytes[body..], name);
        var root = new JsonParse(lines, bag).Run();
        return bag.ToResult<JsonText>(() => new JsonText(root!, name, bytes));
    }
}
