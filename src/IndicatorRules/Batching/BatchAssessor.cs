using System.Collections.Concurrent;
using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Batching;

/// <summary>Judges many places: what is made once for a scheme is made once, and a row that is wrong does not stop the rest.</summary>
/// <remarks>Safe on any thread. Dispose it before its host.</remarks>
public sealed class BatchAssessor : IDisposable
{
    private readonly BatchOptions _options;
    private readonly Func<string, string?, Result<PreparedScheme>> _prepare;
    private readonly Func<string, string?, CancellationToken, Task<Result<PreparedScheme>>> _prepareAsync;
    private readonly ConcurrentDictionary<(string Asked, string? Named), Lazy<Result<PreparedScheme>>> _prepared = [];

    internal BatchAssessor(
        BatchOptions options,
        Func<string, string?, Result<PreparedScheme>> prepare,
        Func<string, string?, CancellationToken, Task<Result<PreparedScheme>>> prepareAsync)
    {
        _options = options;
        _prepare = prepare;
        _prepareAsync = prepareAsync;
    }

    /// <summary>What is asked.</summary>
    public BatchOptions Options => _options;

    /// <summary>Judges places on all cores.</summary>
    /// <param name="places">Read on one thread, a few places ahead of the caller.</param>
    /// <param name="cancellationToken">Ends the enumeration with an exception.</param>
    /// <returns>
    /// One entry per place, in the order of <paramref name="places"/>. A place and year that comes again is not judged again. All that
    /// grows with the number of places is what tells that: their codes and years.
    /// </returns>
    public IEnumerable<PlaceVerdicts> AssessAll(IEnumerable<FactsFile> places, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(places);
        var seen = new SeenPlaces();
        return OrderedWork.Select(places.Select(seen.Look).Chunk(ChunkSize), AssessChunkAsync, cancellationToken).SelectMany(c => c);
    }

    /// <summary>Judges one place: each of its years, or the one asked for.</summary>
    /// <remarks>The first place of a scheme blocks its thread while the scheme is compiled.</remarks>
    public PlaceVerdicts Assess(FactsFile place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Assess(PlaceInput.Of(place));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in _prepared.Keys)
        {
            // What could not be prepared holds nothing.
            if (_prepared.TryRemove(key, out var prepared) && prepared.IsValueCreated)
            {
                prepared.Value.Value?.Dispose();
            }
        }
    }

    internal const int ChunkSize = 16;

    /// <summary>A scheme made ready, or what is wrong with it.</summary>
    /// <param name="asked">The scheme to judge by.</param>
    /// <param name="named">The scheme that the facts name; null when they name none.</param>
    internal Result<PreparedScheme> Prepare(string asked, string? named = null) =>
        _prepared.GetOrAdd((asked, named), static (key, prepare) => new(() => prepare(key.Asked, key.Named)), _prepare).Value;

    /// <summary>Judges one place; blocks no thread while its scheme is compiled.</summary>
    internal async ValueTask<PlaceVerdicts> AssessAsync(PlaceInput input, CancellationToken cancellationToken)
    {
        if (input.File is { } file && (_options.Scheme ?? file.Facts.Scheme) is { } asked
            && !_prepared.ContainsKey((asked, file.Facts.Scheme)))
        {
            try
            {
                var prepared = await _prepareAsync(asked, file.Facts.Scheme, cancellationToken).ConfigureAwait(false);
                _prepared.TryAdd((asked, file.Facts.Scheme), new(prepared));
            }
            catch (Exception fault) when (fault is not ObjectDisposedException && InputFault.IsOf(fault))
            {
                return Failed(input, file, fault);
            }
        }

        return Assess(input);
    }

    private async Task<PlaceVerdicts[]> AssessChunkAsync(PlaceInput[] chunk, CancellationToken cancellationToken)
    {
        var judged = new PlaceVerdicts[chunk.Length];
        for (var i = 0; i < chunk.Length; i++)
        {
            judged[i] = await AssessAsync(chunk[i], cancellationToken).ConfigureAwait(false);
        }

        return judged;
    }

    internal PlaceVerdicts Assess(PlaceInput input)
    {
        if (input.File is not { } file)
        {
            return new PlaceVerdicts { Diagnostics = input.Diagnostics };
        }

        try
        {
            return Assess(input, file);
        }
        catch (Exception fault) when (fault is not ObjectDisposedException && InputFault.IsOf(fault))
        {
            return Failed(input, file, fault);
        }
    }

    private static PlaceVerdicts Failed(PlaceInput input, FactsFile file, Exception fault) =>
        new() { Place = file.Facts.Place, Diagnostics = [.. input.Diagnostics, InputFault.Of(fault, file.At(default))] };

    private PlaceVerdicts Assess(PlaceInput input, FactsFile file)
    {
        var bag = new DiagnosticBag();
        bag.AddRange(input.Diagnostics);
        if ((_options.Scheme ?? file.Facts.Scheme) is not { } asked)
        {
            bag.Add(DiagnosticCatalog.FactsNameNoScheme, file.At(default));
            return new PlaceVerdicts { Place = file.Facts.Place, Diagnostics = bag.ToImmutable() };
        }

        var prepared = Prepare(asked, file.Facts.Scheme);
        if (!prepared.Succeeded)
        {
            bag.AddRange(prepared.Diagnostics);
            return new PlaceVerdicts { Place = file.Facts.Place, Diagnostics = bag.ToImmutable() };
        }

        var judging = new PlaceJudging(prepared.Value, _options, file, bag);
        return new PlaceVerdicts
        {
            Place = file.Facts.Place,
            Scheme = prepared.Value.Scheme,
            Years = judging.Run(),
            Diagnostics = bag.ToImmutable(),
        };
    }
}
