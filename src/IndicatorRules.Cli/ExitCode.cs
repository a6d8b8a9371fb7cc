namespace IndicatorRules.Cli;

/// <summary>The exit codes of the tool.</summary>
internal static class ExitCode
{
    /// <summary>The work is done.</summary>
    internal const int Done = 0;

    /// <summary>The tool failed.</summary>
    internal const int Failed = 1;

    /// <summary>The command or the input is wrong.</summary>
    internal const int WrongInput = 2;

    /// <summary>The work is done, and a condition of <c>--fail-on</c> or a case failed.</summary>
    internal const int GateClosed = 3;
}
