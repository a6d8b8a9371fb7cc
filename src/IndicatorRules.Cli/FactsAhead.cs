using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Files;

namespace IndicatorRules.Cli;

/// <summary>
/// The facts file that the command line seems to name, read while that is parsed. Whoever asks for it gets this reading, once.
/// </summary>
internal sealed class FactsAhead
{
    private static readonly string[] Readers = ["assess", "explain", "check"];

    private readonly string _path;
    private Task<Result<FactsFile>>? _read;

    private FactsAhead(string path)
    {
        _path = path;
        // On a thread of its own: to set up the pool would be part of every start, and is soon enough later.
        _read = Task.Factory.StartNew(
            () => FactsReader.ReadFile(path),
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default);
    }

    /// <summary>Starts to read; null where there is nothing to be read ahead.</summary>
    internal static FactsAhead? Of(string[] args) =>
        args is [var verb, var path, ..] && Readers.Contains(verb) && path.EndsWith(".json", StringComparison.Ordinal) && File.Exists(path) && !InputFile.IsStream(path)
            ? new FactsAhead(path)
            : null;

    /// <summary>What was read; null when it is another file, or somebody had it before.</summary>
    internal Result<FactsFile>? Take(string path) =>
        path == _path && Interlocked.Exchange(ref _read, null) is { } read ? read.GetAwaiter().GetResult() : null;
}
