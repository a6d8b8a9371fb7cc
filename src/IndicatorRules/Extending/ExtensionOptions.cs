using System.Collections.Immutable;
using IndicatorRules.Extending;

namespace IndicatorRules.Extending;

/// <summary>Which compiled extensions a host loads, and how long it waits for them. Immutable.</summary>
public sealed class ExtensionOptions
{
    /// <summary>Directories whose subfolders are plugins.</summary>
    public required IReadOnlyList<string> PluginDirectories { get; init; }

    /// <summary>The hashes of the extensions that may run, in lower-case hexadecimal; none by default.</summary>
    /// <remarks>An extension runs with all rights of the host's process. Its hash covers every file of its folder.</remarks>
    public ImmutableHashSet<string> Trusted { get; init; } = [];

    /// <summary>How long an extension may take to load; 10 seconds by default.</summary>
    public TimeSpan LoadDeadline { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one call may take; 60 seconds by default.</summary>
    public TimeSpan CallDeadline { get; init; } = TimeSpan.FromSeconds(60);
}
