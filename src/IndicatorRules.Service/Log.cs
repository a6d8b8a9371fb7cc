using Microsoft.Extensions.Logging;

namespace IndicatorRules.Service;

/// <summary>The log messages. Their ids, 1100 to 1199, and levels are promises to who filters or alerts by them.</summary>
internal static partial class Log
{
    [LoggerMessage(1100, LogLevel.Warning, "A plugin has a warning: {Fault}")]
    internal static partial void PluginDoubtful(this ILogger logger, string fault);

    [LoggerMessage(1101, LogLevel.Error, "A plugin is faulty: {Fault}")]
    internal static partial void PluginFaulty(this ILogger logger, string fault);

    [LoggerMessage(1102, LogLevel.Information, "Scheme {Scheme}: {Change}")]
    internal static partial void SchemeChanged(this ILogger logger, string scheme, string change);

    [LoggerMessage(1103, LogLevel.Information, "All schemes are compiled, as far as they can be")]
    internal static partial void Warm(this ILogger logger);

    [LoggerMessage(1104, LogLevel.Error, "The watch over plugins failed; it goes on at the next change")]
    internal static partial void WatchFailed(this ILogger logger, Exception exception);

    [LoggerMessage(1105, LogLevel.Debug, "The watch over plugins ends")]
    internal static partial void WatchEnded(this ILogger logger);

    [LoggerMessage(1110, LogLevel.Error, "A request failed: {Method} {Path}")]
    internal static partial void RequestFailed(this ILogger logger, Exception exception, string method, string path);

    [LoggerMessage(1111, LogLevel.Warning, "A request was refused ({Status}) for a reason that it is not told: {Reason}")]
    internal static partial void Hidden(this ILogger logger, int status, string reason);

    [LoggerMessage(1112, LogLevel.Debug, "A client went away before its answer")]
    internal static partial void ClientGone(this ILogger logger);
}
