namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>What reading one of several inputs threw, as a diagnostic of that input: it is never the failure of the others.</summary>
/// <remarks>
/// Stands at each place where the program goes through the inputs of several strangers. What can be foreseen is told before.
/// </remarks>
internal static class InputFault
{
    private const int MostCharacters = 200;

    /// <summary>Whether an exception is to be told of the input; false where the caller asked for the end.</summary>
    internal static bool IsOf(Exception fault) => fault is not OperationCanceledException;

    /// <summary>The diagnostic.</summary>
    internal static Diagnostic Of(Exception fault, Location at) => fault is IOException or UnauthorizedAccessException
        ? new(DiagnosticCatalog.FileNotReadable, at, [at.File])
        : new(DiagnosticCatalog.Internal, at, [$"{fault.GetType().Name}: {OneLine(fault.Message)}"]);

    /// <summary>What a step makes of one input, or the diagnostic of what it threw.</summary>
    internal static Result<T> Guard<T>(string file, Func<Result<T>> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (IsOf(fault))
        {
            return new(null, [Of(fault, new Location(file))]);
        }
    }

    private static string OneLine(string message)
    {
        var line = string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= MostCharacters ? line : line[..MostCharacters] + "…";
    }
}
