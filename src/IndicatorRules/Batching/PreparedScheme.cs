using System.Collections.Concurrent;
using IndicatorRules.Assessing;
using IndicatorRules.Facts;
using IndicatorRules.Judging;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Scripting;

namespace IndicatorRules.Batching;

/// <summary>A scheme with all that is made once for it, however many places are judged. Safe on any thread.</summary>
internal sealed class PreparedScheme : IDisposable
{
    private readonly ConcurrentQueue<StatusRun> _idle = [];

    internal PreparedScheme(CompiledScheme compiled, IEnumerable<Scheme> shared, IScriptRunner scripts)
    {
        Compiled = compiled;
        Scripts = scripts;
        Shared = [.. shared];
        Known = new KnownIndicators(compiled.Scheme, Shared);
        Combiner = RowCombiner.Of(compiled.Scheme);
    }

    internal CompiledScheme Compiled { get; }

    /// <summary>Runs the rules.</summary>
    internal IScriptRunner Scripts { get; }

    internal Scheme Scheme => Compiled.Scheme;

    /// <summary>The other schemes that the same facts are for.</summary>
    internal IReadOnlyList<Scheme> Shared { get; }

    internal KnownIndicators Known { get; }

    /// <summary>Combines rows into groups; null when the scheme has none.</summary>
    internal RowCombiner? Combiner { get; }

    /// <summary>What the scheme, its upper schemes and the other schemes of the same facts ask of a place.</summary>
    internal IEnumerable<PlaceAttribute> Attributes => Scheme.Lineage().Reverse().Concat(Shared.SelectMany(s => s.Lineage()))
        .SelectMany(s => s.Place).DistinctBy(a => a.Id);

    internal StatusRun Rent() => _idle.TryDequeue(out var run) ? run : new StatusRun(Compiled);

    internal void Return(StatusRun run) => _idle.Enqueue(run);

    public void Dispose()
    {
        while (_idle.TryDequeue(out var run))
        {
            run.Dispose();
        }
    }
}
