using System.Collections.Concurrent;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Resolving;
using IndicatorRules.Scripting;

namespace IndicatorRules.Reloading;

/// <summary>The schemes in force between two changes, and those of them that are compiled. Safe on any thread.</summary>
/// <param name="catalog">The schemes.</param>
/// <param name="loader">Compiles schemes on demand.</param>
/// <param name="refused">The schemes, by id and version, whose content on disk does not work.</param>
/// <param name="unsettled">Whether a rejected one may work when it is retried.</param>
internal sealed class HostState(
    SchemeCatalog catalog, SchemeLoader loader, IReadOnlySet<(string Id, SchemeVersion Version)>? refused = null, bool unsettled = false)
{
    private readonly ConcurrentDictionary<Scheme, CompiledScheme> _compiled = new(ReferenceEqualityComparer.Instance);

    internal SchemeCatalog Catalog => catalog;

    internal bool Unsettled => unsettled;

    /// <summary>The schemes whose content on disk did not work at the last refresh.</summary>
    internal IReadOnlySet<(string Id, SchemeVersion Version)> Refused { get; } =
        refused ?? new HashSet<(string Id, SchemeVersion Version)>();

    /// <summary>Whether the scheme's content on disk did not work at the last refresh.</summary>
    internal bool Refuses(string id, SchemeVersion version) => Refused.Contains((id, version));

    /// <summary>The compiled scheme. Also works on a replaced state: work ends on the state that it began with.</summary>
    internal Result<CompiledScheme> Load(Scheme scheme, CancellationToken cancellationToken) =>
        Find(scheme) is { } ready ? new(ready, []) : Kept(loader.Load(scheme, cancellationToken), scheme);

    /// <inheritdoc cref="Load"/>
    internal ValueTask<Result<CompiledScheme>> LoadAsync(Scheme scheme, CancellationToken cancellationToken) =>
        Find(scheme) is { } ready ? new(new Result<CompiledScheme>(ready, [])) : new(LoadAnewAsync(scheme, cancellationToken));

    /// <summary>The compiled scheme; null when it was not requested yet.</summary>
    internal CompiledScheme? Find(Scheme scheme) => _compiled.GetValueOrDefault(scheme);

    /// <summary>Keeps a compiled scheme while this state is in force.</summary>
    internal void Keep(CompiledScheme compiled, Scheme scheme) => _compiled.TryAdd(scheme, compiled);

    private async Task<Result<CompiledScheme>> LoadAnewAsync(Scheme scheme, CancellationToken cancellationToken) =>
        Kept(await loader.LoadAsync(scheme, cancellationToken).ConfigureAwait(false), scheme);

    private Result<CompiledScheme> Kept(Result<CompiledScheme> loaded, Scheme scheme)
    {
        if (loaded.Value is { } compiled)
        {
            Keep(compiled, scheme);
        }

        return loaded;
    }
}
