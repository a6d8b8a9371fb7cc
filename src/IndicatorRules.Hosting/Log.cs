using Microsoft.Extensions.Logging;

namespace IndicatorRules.Hosting;

/// <summary>The log messages. Their ids, 1000 to 1099, and levels are stable: users filter and alert by them.</summary>
internal static partial class Log
{
    [LoggerMessage(1000, LogLevel.Information, "Host {Host} opened with {Schemes} schemes from {Directories}")]
    internal static partial void Opened(this ILogger logger, string host, int schemes, string directories);

    [LoggerMessage(1001, LogLevel.Warning, "Host {Host} does not use its store, so starts are slow: {Reason}")]
    internal static partial void StoreUnused(this ILogger logger, string host, string reason);

    [LoggerMessage(1002, LogLevel.Warning, "Host {Host} found a fault in a plugin: {Fault}")]
    internal static partial void PluginFaulty(this ILogger logger, string host, string fault);

    [LoggerMessage(1003, LogLevel.Information, "Host {Host} is warm for {Scheme} after {Milliseconds} ms")]
    internal static partial void WarmedUp(this ILogger logger, string host, string scheme, long milliseconds);

    [LoggerMessage(1004, LogLevel.Error, "Host {Host} cannot judge by {Scheme}: {Faults}")]
    internal static partial void WarmUpFailed(this ILogger logger, string host, string scheme, string faults);

    [LoggerMessage(1005, LogLevel.Information, "Host {Host} ended before {Scheme} was warm")]
    internal static partial void WarmUpEnded(this ILogger logger, string host, string scheme);

    [LoggerMessage(1010, LogLevel.Information, "Host {Host}: scheme {Scheme} {Version} is new")]
    internal static partial void Added(this ILogger logger, string host, string scheme, string version);

    [LoggerMessage(1011, LogLevel.Information, "Host {Host}: scheme {Scheme} {Version} is judged by new content")]
    internal static partial void Replaced(this ILogger logger, string host, string scheme, string version);

    [LoggerMessage(1012, LogLevel.Warning, "Host {Host}: scheme {Scheme} {Version} is withdrawn, since its folder is gone")]
    internal static partial void Withdrawn(this ILogger logger, string host, string scheme, string version);

    [LoggerMessage(1013, LogLevel.Warning, "Host {Host}: the new content of scheme {Scheme} {Version} is faulty; the old stays in force")]
    internal static partial void Refused(this ILogger logger, string host, string scheme, string version);

    [LoggerMessage(1014, LogLevel.Information, "Host {Host}: scheme {Scheme} {Version} works again, and is in force as it is on disk")]
    internal static partial void Recovered(this ILogger logger, string host, string scheme, string version);

    [LoggerMessage(1015, LogLevel.Information, "Host {Host}: a fault is gone: {Fault}")]
    internal static partial void Mended(this ILogger logger, string host, string fault);

    [LoggerMessage(1020, LogLevel.Warning, "Host {Host}: the compile worker gave no answer: {Cause}")]
    internal static partial void WorkerFailed(this ILogger logger, string host, string cause);

    [LoggerMessage(1021, LogLevel.Error, "Host {Host}: a scheme is set aside: {Cause}")]
    internal static partial void SetAside(this ILogger logger, string host, string cause);
}
