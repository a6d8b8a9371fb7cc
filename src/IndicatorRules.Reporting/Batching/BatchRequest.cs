using IndicatorRules.Contract;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Reporting.Batching;

/// <summary>Which file or folder is judged, and where the verdicts go. Immutable.</summary>
public sealed record BatchRequest
{
    /// <summary>A folder of facts files, or a table that ends in .csv or .parquet.</summary>
    public required string Input { get; init; }

    /// <summary>The file that the verdicts are written to, whole or not at all; null for the writer that the run is given.</summary>
    public string? Output { get; init; }

    /// <summary>The form of the verdicts.</summary>
    public BatchFormat Format { get; init; }

    /// <summary>The language of reasons; the names of columns and statuses are the same in both.</summary>
    public Language Language { get; init; }

    /// <summary>Whether the first error in a row ends the run, and no result is left; false by default.</summary>
    public bool Strict { get; init; }

    /// <summary>
    /// Whether an interrupted run to the same <see cref="Output"/> goes on where it was; it starts anew where there is none.
    /// </summary>
    public bool Resume { get; init; }

    /// <summary>How many bytes of verdicts are written between two notes of how far the run has come; 8 MB by default.</summary>
    public long BytesPerCheckpoint { get; init; } = 8 << 20;

    /// <summary>The input, where it was opened before; null where the run opens it.</summary>
    internal InputFile? Opened { get; init; }

    /// <summary>The file that the verdicts are written to, where it was looked over before; null where the run does that.</summary>
    internal FileTarget? Target { get; init; }

    /// <summary>Whether a path is a folder or a table, and so the input of a batch.</summary>
    public static bool Takes(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Directory.Exists(path) || Path.GetExtension(path).ToUpperInvariant() is ".CSV" or ".TSV" or ".TXT" or ".PARQUET";
    }
}
