using System.Collections.Immutable;
using IndicatorRules.Contract;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Schemes.Reading;

/// <summary>What a valid <c>scheme.json</c> says of its scheme as a whole, before upper schemes are resolved. Immutable.</summary>
public sealed class SchemeOutline
{
    private readonly SchemeDraft _draft;

    internal SchemeOutline(SchemeDraft draft) => _draft = draft;

    /// <summary>The id.</summary>
    public string Id => _draft.Id;

    /// <summary>The version.</summary>
    public SchemeVersion Version => _draft.Version;

    /// <summary>The title.</summary>
    public LocalizedText Title => _draft.Title;

    /// <summary>The institution that issued it.</summary>
    public LocalizedText Issuer => _draft.Issuer;

    /// <summary>The author's note; empty if there is none.</summary>
    public LocalizedText Note => _draft.Note;

    /// <summary>The upper schemes that it extends.</summary>
    public ImmutableArray<SchemeName> Uppers => [.. _draft.Extends.Select(e => new SchemeName(e.Id, e.Range))];

    /// <summary>SHA-256 over the files that decide verdicts, as <see cref="Scheme.Hash"/>.</summary>
    public string Hash => _draft.Hash;

    /// <summary>The location of a top-level field; of the scheme itself without that field.</summary>
    public Location At(string field) => _draft.Locations.At(field);
}
