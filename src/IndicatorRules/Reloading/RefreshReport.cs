using System.Collections.Immutable;
using IndicatorRules.Reloading;
using IndicatorRules.Schemes.Diagnostics;
using IndicatorRules.Schemes.Model;

namespace IndicatorRules.Reloading;

/// <summary>The result of a refresh. Immutable.</summary>
/// <param name="changes">By scheme id and version; empty when all schemes in force are unchanged.</param>
/// <param name="diagnostics">All faults on disk now, rejected replacements included.</param>
public sealed class RefreshReport(ImmutableArray<SchemeChange> changes, ImmutableArray<Diagnostic> diagnostics)
{
    /// <summary>By scheme id and version; empty when all schemes in force are unchanged.</summary>
    public ImmutableArray<SchemeChange> Changes { get; } = changes.IsDefault ? [] : changes;

    /// <summary>All faults on disk now, rejected replacements included.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; } = diagnostics.IsDefault ? [] : diagnostics;

    /// <summary>The faults of the last refresh, or of the host's opening, that are gone.</summary>
    public ImmutableArray<Diagnostic> Mended { get; init; } = [];

    /// <summary>Whether one of the further files of a watch changed; see <see cref="PluginWatchOptions.Files"/>.</summary>
    public bool FilesChanged { get; init; }

    /// <summary>No change.</summary>
    public static RefreshReport Nothing { get; } = new([], []);

    /// <summary>Whether there is nothing to report.</summary>
    public bool IsEmpty => Changes.IsEmpty && Diagnostics.IsEmpty && Mended.IsEmpty && !FilesChanged;

    /// <summary>The same with more faults.</summary>
    internal RefreshReport With(ImmutableArray<Diagnostic> faults) =>
        new(Changes, [.. Diagnostics, .. faults]) { Mended = Mended, FilesChanged = FilesChanged };

    /// <summary>The same when further files changed too.</summary>
    internal RefreshReport WithFiles() => new(Changes, Diagnostics) { Mended = Mended, FilesChanged = true };
}

/// <summary>The change of one scheme. Immutable.</summary>
/// <param name="Id">The scheme.</param>
/// <param name="Version">Its version.</param>
/// <param name="Kind">The kind of change.</param>
public sealed record SchemeChange(string Id, SchemeVersion Version, SchemeChangeKind Kind);

/// <summary>The effect of a change on disk on a scheme.</summary>
public enum SchemeChangeKind : byte
{
    /// <summary>It is new.</summary>
    Added = 0,

    /// <summary>It, or an upper scheme, is judged by new content from now on.</summary>
    Replaced = 1,

    /// <summary>Its folder is gone; new requests do not find it.</summary>
    Withdrawn = 2,

    /// <summary>Its content on disk is faulty; the previous version stays in force.</summary>
    Refused = 3,

    /// <summary>Its content on disk was rejected before and now works; it is in force as it is on disk.</summary>
    Recovered = 4,
}
