using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;
using IndicatorRules.Schemes.Reading;
using NuGet.Versioning;

namespace IndicatorRules.Schemes.Resolving;

/// <summary>One version of a scheme in a catalog; made whole when it is first asked for. Safe on any thread.</summary>
internal sealed class CatalogEntry(SchemeDraft draft, Func<SchemeDraft, Result<Scheme>> resolve)
{
    private readonly Lazy<Result<Scheme>> _whole = new(() => resolve(draft));

    internal string Id => draft.Id;

    internal NuGetVersion Version => draft.Version;

    internal string Folder => draft.Folder;

    /// <summary>The scheme with its upper schemes, or what is wrong with any of them.</summary>
    internal Result<Scheme> Whole => _whole.Value;

    /// <summary>Whether both stand for the same content, all that they rest on included.</summary>
    internal bool Same(CatalogEntry other) => Whole.Value is { } mine && other.Whole.Value is { } theirs && mine.LineageKey() == theirs.LineageKey();
}
