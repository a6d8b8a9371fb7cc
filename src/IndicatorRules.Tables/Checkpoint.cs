using System.Text.Json;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Tables;

/// <summary>The state of an unfinished run, saved beside its result so that another process can resume it. Immutable.</summary>
internal sealed record Checkpoint
{
    /// <summary>SHA-256 of the input.</summary>
    public required string Input { get; init; }

    /// <summary>SHA-256 over the identities and hashes of the schemes.</summary>
    public required string Schemes { get; init; }

    /// <summary>All other settings on which the result's bytes depend.</summary>
    public required string Options { get; init; }

    /// <summary>The number of valid bytes in the unfinished result.</summary>
    public long Length { get; init; }

    /// <summary>SHA-256 of these bytes.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Counts over these bytes. Its places are the first ones of the input.</summary>
    public BatchCounts Counts { get; init; }

    /// <summary>Replaces the file atomically.</summary>
    internal void Save(string path)
    {
        // A fixed temporary name: a run that is killed here repeatedly leaves one such file, not many.
        using var file = AtomicFile.Begin(path, FreshOf(path));
        file.Stream.Write(JsonSerializer.SerializeToUtf8Bytes(this));
        file.Commit();
    }

    /// <summary>Deletes the checkpoint and the temporary file of a run that was killed while saving one.</summary>
    internal static void Remove(string path)
    {
        File.Delete(path);
        File.Delete(FreshOf(path));
    }

    private static string FreshOf(string path) => path + ".new";

    /// <summary>Reads a checkpoint; null if the file is damaged.</summary>
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
