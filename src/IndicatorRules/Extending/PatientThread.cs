using System.Runtime.ExceptionServices;

namespace IndicatorRules.Extending;

/// <summary>Runs strangers' code on a thread of its own and waits only so long. What does not come back is left behind.</summary>
internal static class PatientThread
{
    /// <summary>What the code gave.</summary>
    /// <exception cref="ExtensionLateException">It did not come back in time; its thread goes on in the background.</exception>
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
                // Handed to whoever waits; where nobody does any more, it must not end the process.
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
