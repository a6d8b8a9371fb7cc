namespace IndicatorRules.Protocol;

/// <summary>The convention between a host and the startup hook of a worker.</summary>
internal static class WorkerHook
{
    /// <summary>The first argument of an application started as a worker. The worker's assembly and its arguments follow.</summary>
    internal const string Argument = "--indicator-rules-worker";
}
