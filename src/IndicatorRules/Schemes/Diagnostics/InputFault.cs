namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>
/// Turns an exception from reading one of several inputs into a diagnostic of that input, so that the others are not affected.
/// </summary>
/// <remarks>Used wherever the program processes inputs from several sources. Foreseeable faults are reported before.</remarks>
internal static class InputFault
{
    private const int MostCharacters = 200;

    /// <summary>Whether an exception becomes a diagnostic; false for a cancellation.</summary>
    internal static bool IsOf(Exception fault) => fault is not OperationCanceledException;

    /// <summary>The diagnostic of an exception.</summary>
    internal static Diagnostic Of(Exception fault, Location at) => fault is IOException or UnauthorizedAccessException
        ? new(DiagnosticCatalog.FileNotReadable, at, [at.File])
        : new(DiagnosticCatalog.Internal, at, [$"{fault.GetType().Name}: {OneLine(fault.Message)}"]);

    /// <summary>Runs a step on one input. If it throws, returns the diagnostic.</summary>
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
