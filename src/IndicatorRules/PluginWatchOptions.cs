using System.Collections.Immutable;

namespace IndicatorRules;

/// <summary>How a host watches its plugin directories. Immutable.</summary>
public sealed class PluginWatchOptions
{
    /// <summary>How long the disk must be quiet before it is read; 20 ms by default.</summary>
    public TimeSpan Settle { get; init; } = TimeSpan.FromMilliseconds(20);

    /// <summary>
    /// How often the disk is read without a notification, for network drives and full notification queues; 2 s by default.
    /// </summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// How long a plugin's folder must be gone before its scheme is withdrawn, since some programs save by delete and create; 250 ms by
    /// default.
    /// </summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>
    /// Called with an exception of the watch's callback; the watch continues. By default null: the exception is only in
    /// <see cref="PluginWatch.LastFault"/>.
    /// </summary>
    public Action<Exception>? CallbackFailed { get; init; }

    /// <summary>Further files whose changes are reported, such as facts.</summary>
    public ImmutableArray<string> Files { get; init => field = value.IsDefault ? [] : value; } = [];
}
