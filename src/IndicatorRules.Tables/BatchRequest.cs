using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Tables;

/// <summary>The input and output of a batch. Immutable.</summary>
public sealed record BatchRequest
{
    /// <summary>A folder of facts files and workbooks, or a table in a .csv, .tsv, .txt or .parquet file.</summary>
    public required string Input { get; init; }

    /// <summary>The output file, replaced atomically; null to write to the run's writer.</summary>
    public string? Output { get; init; }

    /// <summary>The output format.</summary>
    public BatchFormat Format { get; init; }

    /// <summary>The language of reasons. Column names and statuses are the same in both languages.</summary>
    public Language Language { get; init; }

    /// <summary>Whether the first error in a row ends the run without a result; false by default.</summary>
    public bool Strict { get; init; }

    /// <summary>Whether to resume an interrupted run with the same <see cref="Output"/>; without one, the run starts over.</summary>
    public bool Resume { get; init; }

    /// <summary>The number of bytes written between two checkpoints; 8 MB by default.</summary>
    public long BytesPerCheckpoint { get; init; } = 8 << 20;

    /// <summary>The input if the caller has opened it; null if the run opens it.</summary>
    public InputFile? Opened { get; init; }

    /// <summary>The rows of a table in another format, which the run disposes; null if the run opens the input itself.</summary>
    public ITableRows? Rows { get; init; }

    /// <summary>Reads a workbook of a folder, on any thread; null to leave workbooks out.</summary>
    public Func<string, Result<FactsFile>>? Workbooks { get; init; }

    /// <summary>The output file if the caller has validated it; null if the run does.</summary>
    public FileTarget? Target { get; init; }

    /// <summary>Whether a path is a folder or table, which only a batch can judge.</summary>
    public static bool Takes(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Directory.Exists(path) || TableFile.Takes(path);
    }
}
