using System.Collections.Immutable;
using IndicatorRules.Contract;

namespace IndicatorRules.Workers;

/// <summary>What a worker process runs. Immutable.</summary>
/// <param name="Name">What messages call it, in both languages.</param>
/// <param name="Assembly">Its full path; a single file has its own assemblies inside, so the file may be absent there.</param>
/// <param name="Before">What precedes the assembly: options of the runtime.</param>
/// <param name="After">What follows it: its own arguments.</param>
internal sealed record WorkerCommand(LocalizedText Name, string Assembly, ImmutableArray<string> Before, ImmutableArray<string> After)
{
    /// <summary>The assembly with the startup hook that runs the worker inside the application's own executable.</summary>
    internal required string Hook { get; init; }

    /// <summary>The same program as native code, which starts without the runtime's host; null where there is none.</summary>
    internal string? Native { get; init; }
}
