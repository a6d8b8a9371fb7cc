using System.Text.Json;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Reporting.Batching;

/// <summary>How far a run has come, kept beside its unfinished result so that another process can go on. Immutable.</summary>
internal sealed record Checkpoint
{
    /// <summary>SHA-256 of the input.</summary>
    public required string Input { get; init; }

    /// <summary>SHA-256 over the identities and hashes of the schemes.</summary>
    public required string Schemes { get; init; }

    /// <summary>Everything else that decides the bytes of the result.</summary>
    public required string Options { get; init; }

    /// <summary>How many bytes of the unfinished result count.</summary>
    public long Length { get; init; }

    /// <summary>SHA-256 of these bytes.</summary>
    public string Hash { get; init; } = "";

    /// <summary>What they hold; the places are the first of the input.</summary>
    public BatchCounts Counts { get; init; }

    /// <summary>Replaces the file whole, so that it is never half of one note and half of another.</summary>
    internal void Save(string path)
    {
        // Under one name, so that a run which is killed here again and again leaves one such file and not many.
        using var file = AtomicFile.Begin(path, FreshOf(path));
        file.Stream.Write(JsonSerializer.SerializeToUtf8Bytes(this));
        file.Commit();
    }

    /// <summary>Removes the note, and one that a run was killed over.</summary>
    internal static void Remove(string path)
    {
        File.Delete(path);
        File.Delete(FreshOf(path));
    }

    private static string FreshOf(string path) => path + ".new";

    /// <summary>The note kept in a file; null when it cannot be read.</summary>
    internal static Checkpoint? Load(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Checkpoint>(File.ReadAllBytes(path));
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
