using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;
using NuGet.Versioning;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>One version of a scheme in a catalog; made whole when it is first asked for. Safe on any thread.</summary>
internal sealed class CatalogEntry
{
    private readonly Lazy<Result<Scheme>> _whole;

    internal CatalogEntry(SchemeDraft draft, Func<SchemeDraft, Result<Scheme>> resolve)
    {
        (Id, Version, Folder) = (draft.Id, draft.Version, draft.Folder);
        _whole = new(() => InputFault.Guard(Path.Combine(draft.Folder, SchemeReader.FileName), () => resolve(draft)));
    }

    /// <summary>An entry of a composed scheme.</summary>
    internal CatalogEntry(Scheme scheme)
    {
        (Id, Version, Folder) = (scheme.Id, scheme.Version, scheme.Folder);
        _whole = new(new Result<Scheme>(scheme, []));
    }

    internal string Id { get; }

    internal NuGetVersion Version { get; }

    internal string Folder { get; }

    /// <summary>The scheme with its upper schemes, or what is wrong with any of them.</summary>
    internal Result<Scheme> Whole => _whole.Value;

    /// <summary>Whether both stand for the same content, all that they rest on included.</summary>
    internal bool Same(CatalogEntry other) => Whole.Value is { } mine && other.Whole.Value is { } theirs && mine.LineageKey() == theirs.LineageKey();
}
