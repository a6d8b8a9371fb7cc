using System.Runtime.ExceptionServices;

namespace IndicatorRules.Extending;

/// <summary>Runs foreign code on a thread of its own and waits for a limited time; code that does not return is left running.</summary>
internal static class PatientThread
{
    /// <summary>Returns the result of the code.</summary>
    /// <exception cref="ExtensionLateException">It did not return in time; its thread continues in the background.</exception>
    /// <exception cref="Exception">Whatever it threw.</exception>
    internal static T Run<T>(Func<T> code, TimeSpan deadline)
    {
        T? result = default;
        ExceptionDispatchInfo? fault = null;
        var thread = new Thread(() =>
        {
            try
            {
                result = code();
            }
            catch (Exception e)
            {
                // Rethrown to the waiting caller; when that has given up, it must not end the process.
                fault = ExceptionDispatchInfo.Capture(e);
            }
        })
        {
            IsBackground = true,
            Name = "extension",
        };
        thread.Start();
        if (!thread.Join(deadline))
        {
            throw new ExtensionLateException();
        }

        fault?.Throw();
        return result!;
    }
}

/// <summary>An extension did not return in time.</summary>
internal sealed class ExtensionLateException : Exception;
