using System.Collections.Concurrent;
using System.Collections.Immutable;
using IndicatorRules.Assessing;
using IndicatorRules.Contract;
using IndicatorRules.Facts;
using IndicatorRules.Rows;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Batching;

/// <summary>Judges many places. A scheme is prepared once, and a row with an error does not stop the rest.</summary>
/// <remarks>Thread-safe. Dispose it before its host.</remarks>
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

    /// <summary>How to judge.</summary>
    public BatchOptions Options => _options;

    /// <summary>Judges places on all cores.</summary>
    /// <param name="places">Enumerated on one thread, a few places ahead of the caller.</param>
    /// <param name="cancellationToken">Ends the enumeration with an exception.</param>
    /// <returns>
    /// The verdicts of each place, in the order of <paramref name="places"/>. A repeated place and year is not judged again; only the codes
    /// and years that detect it grow with the number of places.
    /// </returns>
    public IEnumerable<PlaceVerdicts> AssessAll(IEnumerable<FactsFile> places, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(places);
        var seen = new SeenPlaces();
        return AssessAll(
            places.Select(seen.Look).Chunk(ChunkSize), () => new List<PlaceVerdicts>(ChunkSize), (all, place) => all.Add(place),
            cancellationToken).SelectMany(c => c);
    }

    /// <summary>Judges places in blocks, one core per block. Reads ahead of the caller by twice the number of cores.</summary>
    /// <typeparam name="T">What is made of a block: the text of its verdicts, say.</typeparam>
    /// <param name="blocks">
    /// Enumerated on one thread; each block is enumerated once, on another. A place is judged before the next one is read.
    /// </param>
    /// <param name="begin">Creates the result of a block.</param>
    /// <param name="add">Adds the verdicts of one place to it.</param>
    /// <param name="cancellationToken">Ends the enumeration with an exception.</param>
    /// <returns>The result of each block, in the order of <paramref name="blocks"/>.</returns>
    public IEnumerable<T> AssessAll<T>(
        IEnumerable<IEnumerable<Result<FactsFile>>> blocks, Func<T> begin, Action<T, PlaceVerdicts> add,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(blocks);
        ArgumentNullException.ThrowIfNull(begin);
        ArgumentNullException.ThrowIfNull(add);
        return OrderedWork.Select(
            blocks,
            async (block, ended) =>
            {
                var result = begin();
                foreach (var place in block)
                {
                    add(result, await AssessAsync(place, ended).ConfigureAwait(false));
                }

                return result;
            },
            cancellationToken);
    }

    /// <summary>Opens a table whose rows state facts for the scheme of <see cref="Options"/>.</summary>
    /// <param name="rows">The rows. The caller disposes them after the last block.</param>
    /// <param name="name">The file's name in diagnostics.</param>
    /// <param name="reusesFacts">
    /// Whether the facts of a place, and all that refers to them, are valid only until the next place of its block is read. Reading a large
    /// table is then faster.
    /// </param>
    /// <returns>The table; or no value if its headings, or the scheme, have errors.</returns>
    /// <exception cref="InvalidOperationException">The options name no scheme.</exception>
    public Result<FactsTable> OpenTable(ITableRows rows, string name, bool reusesFacts = false)
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(name);
        var prepared = Prepare(_options.Scheme ?? throw new InvalidOperationException("The options name no scheme."));
        return prepared.Value is { } scheme
            ? FactsTable.Open(rows, name, scheme.Known, [.. scheme.Attributes], reusesFacts)
            : new(null, prepared.Diagnostics);
    }

    /// <summary>Judges one place: each of its years, or the one of <see cref="Options"/>.</summary>
    /// <remarks>The first place of a scheme waits until the scheme is compiled.</remarks>
    public PlaceVerdicts Assess(FactsFile place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return Assess(new Result<FactsFile>(place, []));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var key in _prepared.Keys)
        {
            if (_prepared.TryRemove(key, out var prepared) && prepared.IsValueCreated)
            {
                prepared.Value.Value?.Dispose();
            }
        }
    }

    internal const int ChunkSize = 16;

    /// <summary>Prepares a scheme once.</summary>
    /// <param name="asked">The scheme to judge by.</param>
    /// <param name="named">The scheme that the facts name; null if they name none.</param>
    internal Result<PreparedScheme> Prepare(string asked, string? named = null) =>
        _prepared.GetOrAdd((asked, named), static (key, prepare) => new(() => prepare(key.Asked, key.Named)), _prepare).Value;

    /// <summary>Judges one place. Blocks no thread while its scheme is compiled.</summary>
    internal async ValueTask<PlaceVerdicts> AssessAsync(Result<FactsFile> input, CancellationToken cancellationToken)
    {
        if (input.Value is { } file && (_options.Scheme ?? file.Facts.Scheme) is { } asked
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

    private PlaceVerdicts Assess(Result<FactsFile> input)
    {
        if (input.Value is not { } file)
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

    private static PlaceVerdicts Failed(Result<FactsFile> input, FactsFile file, Exception fault) =>
        new() { Place = file.Facts.Place, Diagnostics = [.. input.Diagnostics, InputFault.Of(fault, file.At(default))] };

    private PlaceVerdicts Assess(Result<FactsFile> input, FactsFile file)
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
            Facts = file,
            Scheme = prepared.Value.Scheme,
            Years = judging.Run(),
            Diagnostics = bag.ToImmutable(),
        };
    }
}
