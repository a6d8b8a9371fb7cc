using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Observing;

namespace IndicatorRules.Workers;

/// <summary>The program of a worker process. Immutable.</summary>
/// <param name="Name">Its name in messages.</param>
/// <param name="Assembly">Its full path; the file may be absent in a single-file application, which contains it.</param>
/// <param name="Before">Options of the runtime, before the assembly.</param>
/// <param name="After">The program's own arguments, after it.</param>
internal sealed record WorkerCommand(LocalizedText Name, string Assembly, ImmutableArray<string> Before, ImmutableArray<string> After)
{
    /// <summary>The assembly with the startup hook that runs the worker in the application's own executable.</summary>
    internal required string Hook { get; init; }

    /// <summary>The file of runtime settings that its options name; null when they are the assembly's own.</summary>
    internal string? Settings { get; init; }

    /// <summary>The same program as native code, which needs no runtime; null when there is none.</summary>
    internal string? Native { get; init; }

    /// <summary>Counts the starts of its processes; null without observers.</summary>
    internal Signals? Signals { get; init; }
}
