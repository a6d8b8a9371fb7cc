namespace IndicatorRules.Benchmarks.Attacks;

/// <summary>Bytes that an attempt took; each can only be less than what is told, for others grow and shrink meanwhile.</summary>
/// <param name="Allocated">Allocated in the host on the thread that judged it, held or not.</param>
/// <param name="Host">What the host's working set grew by, the canary's part of it included.</param>
/// <param name="Worker">What the compile worker's working set grew by; 0 where another worker took its place.</param>
internal sealed record MemoryTaken(long Allocated, long Host, long Worker)
{
    internal const long Megabyte = 1024 * 1024;

    internal long Most => Math.Max(Allocated, Math.Max(Host, Worker));

    /// <summary>The most of each kind.</summary>
    internal static MemoryTaken MostOf(IReadOnlyCollection<MemoryTaken> all) =>
        new(all.Max(m => m.Allocated), all.Max(m => m.Host), all.Max(m => m.Worker));
}
