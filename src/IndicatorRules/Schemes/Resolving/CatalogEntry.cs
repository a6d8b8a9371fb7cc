using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>A version of a scheme in a catalog, resolved on first use. Thread-safe.</summary>
internal sealed class CatalogEntry
{
    private readonly Lazy<Result<Scheme>> _whole;

    internal CatalogEntry(SchemeDraft draft, Func<SchemeDraft, Result<Scheme>> resolve)
    {
        (Id, Version, Title, Folder) = (draft.Id, draft.Version, draft.Title, draft.Folder);
        _whole = new(() => InputFault.Guard(Path.Combine(draft.Folder, SchemeReader.FileName), () => resolve(draft)));
    }

    /// <summary>An entry for a composed scheme.</summary>
    internal CatalogEntry(Scheme scheme)
    {
        (Id, Version, Title, Folder) = (scheme.Id, scheme.Version, scheme.Title, scheme.Folder);
        _whole = new(new Result<Scheme>(scheme, []));
    }

    internal string Id { get; }

    internal SchemeVersion Version { get; }

    internal LocalizedText Title { get; }

    internal string Folder { get; }

    /// <summary>The scheme with its upper schemes, or the diagnostics of any of them.</summary>
    internal Result<Scheme> Whole => _whole.Value;

    /// <summary>Whether both have the same content, including their lineages.</summary>
    internal bool Same(CatalogEntry other) =>
        Whole.Value is { } mine && other.Whole.Value is { } theirs && mine.LineageKey() == theirs.LineageKey();
}
