using System.Collections.Immutable;

namespace IndicatorRules;

/// <summary>How a host watches its plugin directories. Immutable.</summary>
public sealed record PluginWatchOptions
{
    /// <summary>How long the disk must be quiet before it is read; 20 ms by default.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// How often the disk is read although nothing was heard of it, for network drives and full notification queues; 2 s by default.
    /// </summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long a plugin's folder must be gone before its scheme is withdrawn: some programs save by delete and create; 250 ms by default.
    /// </summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Called with what the watch's callback threw; the watch goes on. Null, the default, keeps it in <see cref="PluginWatch.LastFault"/>
    /// alone.
    /// </summary>
    public Action<Exception>? CallbackFailed { get; init; }

    /// <summary>Further files whose change is told, such as facts.</summary>
    public ImmutableArray<string> Files { get; init => field = value.IsDefault ? [] : value; } = [];
}
