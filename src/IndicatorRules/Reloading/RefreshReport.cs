using System.Collections.Immutable;
using IndicatorRules.Schemes.Diagnostics;

namespace IndicatorRules.Reloading;

/// <summary>What became of a change on disk. Immutable.</summary>
/// <param name="Changes">By scheme id and version; empty when nothing that is judged by changed.</param>
/// <param name="Diagnostics">Everything that is wrong on disk now, refused replacements included.</param>
public sealed record RefreshReport(ImmutableArray<SchemeChange> Changes, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>By scheme id and version; empty when nothing that is judged by changed.</summary>
    public ImmutableArray<SchemeChange> Changes { get; init => field = value.IsDefault ? [] : value; } = Changes.IsDefault ? [] : Changes;

    /// <summary>Everything that is wrong on disk now, refused replacements included.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init => field = value.IsDefault ? [] : value; } = Diagnostics.IsDefault ? [] : Diagnostics;

    /// <summary>What was wrong at the last refresh, or when the host opened, and is not wrong any more.</summary>
    public ImmutableArray<Diagnostic> Mended { get; init; } = [];

    /// <summary>Whether one of the further files of a watch changed; see <see cref="PluginWatchOptions.Files"/>.</summary>
    public bool FilesChanged { get; init; }

    /// <summary>Nothing on disk changed.</summary>
    public static RefreshReport Nothing { get; } = new([], []);

    /// <summary>Whether there is nothing to say.</summary>
    public bool IsEmpty => Changes.IsEmpty && Diagnostics.IsEmpty && Mended.IsEmpty && !FilesChanged;
}
