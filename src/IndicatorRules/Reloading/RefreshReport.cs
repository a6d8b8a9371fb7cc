using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reloading;

/// <summary>The result of a refresh. Immutable.</summary>
/// <param name="Changes">By scheme id and version; empty when all schemes in force are unchanged.</param>
/// <param name="Diagnostics">All faults on disk now, rejected replacements included.</param>
public sealed record RefreshReport(ImmutableArray<SchemeChange> Changes, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>By scheme id and version; empty when all schemes in force are unchanged.</summary>
    public ImmutableArray<SchemeChange> Changes { get; init => field = value.IsDefault ? [] : value; } = Changes.IsDefault ? [] : Changes;

    /// <summary>All faults on disk now, rejected replacements included.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init => field = value.IsDefault ? [] : value; } =
        Diagnostics.IsDefault ? [] : Diagnostics;

    /// <summary>The faults of the last refresh, or of the host's opening, that are gone.</summary>
    public ImmutableArray<Diagnostic> Mended { get; init; } = [];

    /// <summary>Whether one of the further files of a watch changed; see <see cref="PluginWatchOptions.Files"/>.</summary>
    public bool FilesChanged { get; init; }

    /// <summary>No change.</summary>
    public static RefreshReport Nothing { get; } = new([], []);

    /// <summary>Whether there is nothing to report.</summary>
    public bool IsEmpty => Changes.IsEmpty && Diagnostics.IsEmpty && Mended.IsEmpty && !FilesChanged;
}
