namespace IndicatorRules.Protocol;

/// <summary>What a host and the startup hook of a worker agree on.</summary>
internal static class WorkerHook
{
    /// <summary>The first argument of an application that is started as a worker; the worker's assembly and its arguments follow.</summary>
    internal const string Argument = "--indicator-rules-worker";
}
