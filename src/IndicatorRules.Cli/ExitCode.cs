namespace IndicatorRules.Cli;

/// <summary>What the tool ends with.</summary>
internal static class ExitCode
{
    /// <summary>Done.</summary>
    internal const int Done = 0;

    /// <summary>The tool failed.</summary>
    internal const int Failed = 1;

    /// <summary>The input is wrong.</summary>
    internal const int WrongInput = 2;

    /// <summary>A gate asked for was not passed.</summary>
    internal const int GateClosed = 3;
}
