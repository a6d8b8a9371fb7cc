using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Schemes.Json;

/// <summary>
/// Reads JSON bytes without giving way: UTF-8 only, no comments, no trailing commas, no duplicate keys, every number an
/// exact decimal, depth and size capped. Keeps the place of every value.
/// </summary>
public static class StrictJson
{
    /// <summary>The largest file read, in bytes.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>The most values read of one file; each takes some hundred bytes of memory, however short it is.</summary>
    public const int MaxValues = 200_000;

    /// <summary>The deepest nesting read.</summary>
    public const int MaxDepth = 64;

    /// <summary>Reads a file; one that is missing, too large or not JSON gives diagnostics.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="name">The name used in diagnostics; the path itself by default.</param>
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

    /// <summary>Reads bytes that were already loaded.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="name">The name used in diagnostics.</param>
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
