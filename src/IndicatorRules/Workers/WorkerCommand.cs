using System.Collections.Immutable;
using IndicatorRules.Contract;

namespace IndicatorRules.Workers;

/// <summary>What a worker process runs. Immutable.</summary>
/// <param name="Name">What messages call it, in both languages.</param>
/// <param name="Assembly">Its full path; it runs in that folder.</param>
/// <param name="Before">What stands before the assembly: options of the runtime.</param>
/// <param name="After">What stands after it: its own arguments.</param>
internal sealed record WorkerCommand(LocalizedText Name, string Assembly, ImmutableArray<string> Before, ImmutableArray<string> After)
{
    /// <summary>The same program as native code, which starts without the runtime's host; null where there is none.</summary>
    internal string? Native { get; init; }
}
