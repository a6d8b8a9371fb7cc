using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Json;

/// <summary>
/// Parses JSON strictly: UTF-8 only, no comments, no trailing commas, no duplicate keys, exact decimals only, with limits on depth and
/// size. Records the location of every value.
/// </summary>
public static class StrictJson
{
    /// <summary>The maximum size of a file in bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>The maximum number of values in a file. Each takes a hundred bytes of memory or more, however short it is.</summary>
    public const int MaxValues = 200_000;

    /// <summary>The maximum nesting depth.</summary>
    public const int MaxDepth = 64;

    /// <summary>Reads a file. If it is missing, too large or not JSON, the result has diagnostics.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">The file's name in diagnostics; the path by default.</param>
    public static Result<JsonText> ReadFile(string path, string? name = null) => ReadFile(path, name, MaxBytes);

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

    /// <summary>Parses bytes.</summary>
    /// <param name="bytes">The content of the file.</param>
    /// <param name="name">The file's name in diagnostics.</param>
    public static Result<JsonText> Read(ReadOnlyMemory<byte> bytes, string name)
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
        return Result<JsonText>.From(bag, () => new JsonText(root!, name, bytes));
    }
}
