namespace IndicatorRules.Schemes.Diagnostics;

/// <summary>Turns what one of several inputs threw into a diagnostic of that input, so that the others are still read.</summary>
public static class InputFault
{
    private const int MostCharacters = 200;

    /// <summary>Whether an exception is the input's fault; false for a cancellation.</summary>
    public static bool IsOf(Exception fault) => fault is not OperationCanceledException;

    /// <summary>The diagnostic of an exception.</summary>
    public static Diagnostic Of(Exception fault, Location at)
    {
        ArgumentNullException.ThrowIfNull(fault);
        ArgumentNullException.ThrowIfNull(at);
        return fault is IOException or UnauthorizedAccessException
            ? new(DiagnosticCatalog.FileNotReadable, at, [at.File])
            : new(DiagnosticCatalog.Internal, at, [$"{fault.GetType().Name}: {OneLine(fault.Message)}"]);
    }

    /// <summary>The result of a step for one input; an exception becomes a diagnostic.</summary>
    public static Result<T> Guard<T>(string file, Func<Result<T>> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
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
